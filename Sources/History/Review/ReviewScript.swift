/// The script of the page of a review.
enum ReviewScript {
  static let text = #"""
    (() => {
      const data = JSON.parse(document.getElementById("items").textContent);
      const items = data.items;
      const element = (id) => document.getElementById(id);
      const answers = items.map(() => ({ answer: null, why: "" }));
      const key = "interject-review-" + items.length + "-" + items.map((item) =>
        Math.round(item.start * 1000)).reduce((sum, part) => (sum * 31 + part) % 1e9, 7);
      let at = 0;
      let saved = true;
      try {
        const kept = JSON.parse(localStorage.getItem(key) || "[]");
        if (kept.length === answers.length) kept.forEach((part, place) => {
          answers[place] = { answer: part.answer, why: String(part.why || "") };
        });
      } catch { }
      const space = "http://www.w3.org/2000/svg";
      const draw = (item) => {
        const picture = document.createElementNS(space, "svg");
        const from = Math.max(0, item.start - 3);
        const add = (name, attributes) => {
          const part = document.createElementNS(space, name);
          for (const key in attributes) part.setAttribute(key, attributes[key]);
          picture.append(part);
          return part;
        };
        for (const [key, value] of [["width", "100%"], ["height", "78"], ["aria-hidden", "true"]])
          picture.setAttribute(key, value);
        for (const [party, y] of [["agent", 15], ["customer", 52]]) {
          for (const [start, end] of item[party + "_speech"]) add("rect", {
            class: "lane " + party, x: `${(start - from) / 6 * 100}%`,
            width: `${Math.max(0.3, (end - start) / 6 * 100)}%`, y: y, height: 22 });
          add("text", { x: 2, y: y - 3 }).textContent = party;
        }
        const x = `${(item.start - from) / 6 * 100}%`;
        add("line", { class: "here", x1: x, x2: x, y1: 2, y2: 76 });
        element("picture").replaceChildren(picture);
      };
      const count = () => answers.filter((part) => part.answer).length;
      const tell = () => {
        element("progress").value = count() / items.length;
        element("state").textContent = count() === 0 ? "" : `${count()} of ${items.length} answered`
          + (saved ? "" : ", not saved yet");
        for (const button of document.querySelectorAll("[data-answer]"))
          button.setAttribute("aria-pressed", button.dataset.answer === answers[at].answer);
      };
      const keep = () => {
        saved = false;
        try { localStorage.setItem(key, JSON.stringify(answers)); } catch { }
      };
      const show = (place) => {
        at = Math.min(items.length - 1, Math.max(0, place));
        const item = items[at];
        const other = item.party === "agent" ? "customer" : "agent";
        element("place").textContent = `Moment ${at + 1} of ${items.length}`;
        element("question").textContent =
          `At the line, does the ${item.party} interrupt the ${other}?`;
        element("why").value = answers[at].why;
        element("back").disabled = at === 0;
        element("next").disabled = at === items.length - 1;
        draw(item);
        const sound = element("sound");
        sound.hidden = element("play").hidden = !item.clip;
        if (item.clip) sound.src = item.clip; else sound.removeAttribute("src");
        tell();
      };
      const answer = (verdict) => {
        answers[at].answer = answers[at].answer === verdict ? null : verdict;
        keep();
        tell();
      };
      const play = () => {
        const sound = element("sound");
        if (!sound.paused) return sound.pause();
        sound.currentTime = 0;
        sound.play().catch(() => { });
      };
      document.addEventListener("click", (event) => {
        if (event.target.dataset.answer) answer(event.target.dataset.answer);
      });
      element("back").addEventListener("click", () => show(at - 1));
      element("next").addEventListener("click", () => show(at + 1));
      element("play").addEventListener("click", play);
      element("why").addEventListener("input", (event) => {
        answers[at].why = event.target.value;
        keep();
      });
      document.addEventListener("keydown", (event) => {
        const name = event.target.tagName;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (name === "TEXTAREA" || name === "INPUT") return;
        const verdict = { y: "yes", n: "no", u: "unsure" }[event.key];
        if (verdict) answer(verdict);
        else if (event.key === "ArrowRight") show(at + 1);
        else if (event.key === "ArrowLeft") show(at - 1);
        else if (event.key === " " && name !== "BUTTON" && name !== "AUDIO") play();
        else return;
        event.preventDefault();
      });
      addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });
      element("save").addEventListener("click", () => {
        const file = {
          interject: "answers", schema: 1, kind: "review", version: data.version,
          reviewer: element("reviewer").value, saved: new Date().toISOString(),
          population: data.population,
          answers: items.map((item, place) => ({
            call: item.call, source: item.source, agent: item.agent, party: item.party,
            start: item.start, id: item.id, outcome: item.outcome, stratum: item.stratum,
            answer: answers[place].answer, why: answers[place].why,
          })),
        };
        const link = document.createElement("a");
        link.href = URL.createObjectURL(
          new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
        const name = file.reviewer.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
        link.download = `answers${name ? "-" + name : ""}.json`;
        link.click();
        saved = true;
        tell();
      });
      element("card").hidden = items.length === 0;
      if (items.length) show(Math.max(0, answers.findIndex((part) => !part.answer)));
    })();
    """#
}
