/// The scripts of a call's page.
enum CallScript {
  /// Zooms the timeline, and leads from times to their places in it.
  static let timeline = #"""
    (() => {
      const call = document.getElementById("call");
      const section = document.getElementById("timeline");
      if (!section) return;
      const length = Number(call.dataset.length);
      const scroll = section.querySelector(".scroll");
      const picture = scroll.querySelector("svg");
      const ticks = picture.querySelector(".ticks");
      const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200,
        14400, 43200];
      const space = "http://www.w3.org/2000/svg";
      let zoom = 1;
      let cursor = null;
      const clock = (time) => {
        const whole = Math.floor(time + 1e-6);
        const two = (number) => String(number).padStart(2, "0");
        const hours = Math.floor(whole / 3600);
        const minutes = Math.floor(whole / 60) % 60;
        const text = hours ? `${hours}:${two(minutes)}` : String(minutes);
        const tenth = Math.round((time - whole) * 10);
        return `${text}:${two(whole % 60)}${tenth ? "." + tenth : ""}`;
      };
      const add = (parent, name, attributes, text) => {
        const element = document.createElementNS(space, name);
        for (const key in attributes) element.setAttribute(key, attributes[key]);
        if (text !== undefined) element.textContent = text;
        parent.append(element);
        return element;
      };
      const label = () => {
        const width = scroll.clientWidth * zoom;
        const step = steps.find((step) => step / length * width >= 70) || 86400;
        const from = Math.max(0, scroll.scrollLeft / width * length - 60 * step);
        const until = Math.min(length, from + 120 * step + scroll.clientWidth / width * length);
        ticks.replaceChildren();
        for (let time = Math.ceil(from / step) * step; time < until; time += step) {
          const x = `${time / length * 100}%`;
          add(ticks, "line", { class: "tick", x1: x, x2: x, y1: 2, y2: "100%" });
          // The last one would be cut off at the edge.
          if ((length - time) / length * width >= 50)
            add(ticks, "text", { x: x, dx: 3, y: 13 }, clock(time));
        }
      };
      const show = (wanted, middle) => {
        const most = Math.max(1, Math.min(length * 40, 60000) / scroll.clientWidth);
        const centre = middle ?? (scroll.scrollLeft + scroll.clientWidth / 2)
          / (scroll.clientWidth * zoom) * length;
        zoom = Math.min(most, Math.max(1, wanted));
        picture.setAttribute("width", `${zoom * 100}%`);
        scroll.scrollLeft = centre / length * scroll.clientWidth * zoom - scroll.clientWidth / 2;
        label();
        section.querySelector("[data-zoom=in]").disabled = zoom >= most;
        section.querySelector("[data-zoom=out]").disabled = zoom <= 1;
        section.querySelector("[data-zoom=all]").disabled = zoom <= 1;
      };
      const point = (time) => {
        cursor ??= add(picture, "line", { class: "here", y1: 16, y2: "100%" });
        const x = `${time / length * 100}%`;
        cursor.setAttribute("x1", x);
        cursor.setAttribute("x2", x);
        show(Math.max(zoom, length / 30), time);
      };
      section.querySelector(".tools").hidden = false;
      section.querySelector(".tools").addEventListener("click", (event) => {
        const wish = event.target.dataset.zoom;
        if (wish) show(wish === "in" ? zoom * 2 : wish === "out" ? zoom / 2 : 1);
      });
      scroll.addEventListener("keydown", (event) => {
        if (event.key === "+") show(zoom * 2);
        else if (event.key === "-") show(zoom / 2);
        else if (event.key === "0") show(1);
      });
      scroll.addEventListener("scroll", label, { passive: true });
      document.addEventListener("click", (event) => {
        const link = event.target.closest("[data-at]");
        if (link) point(Number(link.dataset.at));
      });
      addEventListener("hashchange", () => {
        document.querySelector(location.hash.replace(/[^#\w-]/g, "") || "#call")
          ?.closest("details")?.setAttribute("open", "");
      });
      addEventListener("resize", () => show(zoom));
      addEventListener("beforeprint", () => {
        for (const part of document.querySelectorAll("details")) part.open = true;
      });
      show(1);
    })();
    """#

  /// Lets a reader mark flags as wrong and save the marks.
  static let marks = #"""
    (() => {
      const box = document.getElementById("marking");
      if (!box) return;
      const call = JSON.parse(document.getElementById("call-facts").textContent);
      const flags = new Map(call.flags.map((flag) => [String(flag.id), flag]));
      const marks = new Map();
      const count = (flags) => {
        const taken = (party) => flags.filter((flag) => flag.party === party
          && flag.outcome === "floor_taken").length;
        return `agent ${taken("agent")}, customer ${taken("customer")}`;
      };
      const tell = () => {
        const left = call.flags.filter((flag) => !marks.has(String(flag.id)));
        box.hidden = marks.size === 0;
        document.getElementById("tally").textContent =
          `${marks.size} of ${call.flags.length} flags marked. Interruptions that took the turn: `
          + `${count(call.flags)}; without those marked: ${count(left)}.`;
      };
      document.addEventListener("change", (event) => {
        const id = event.target.dataset.contest;
        if (!id) return;
        const item = event.target.closest("li");
        item.classList.toggle("wrong", event.target.checked);
        if (event.target.checked) {
          const why = document.createElement("textarea");
          why.rows = 2;
          why.maxLength = 500;
          why.id = `why-${id}`;
          const label = document.createElement("label");
          label.append("Why, in your own words (optional)", document.createElement("br"), why);
          const line = document.createElement("p");
          line.className = "contest small";
          line.append(label);
          item.append(line);
          marks.set(id, why);
        } else {
          marks.get(id)?.closest("p").remove();
          marks.delete(id);
        }
        tell();
      });
      addEventListener("beforeunload", (event) => {
        if (marks.size && !box.dataset.saved) event.preventDefault();
      });
      document.getElementById("save-marks").addEventListener("click", () => {
        const answers = [...marks].map(([id, why]) => ({
          call: call.call, source: call.source, agent: call.agent, settings: call.settings,
          party: flags.get(id).party, start: flags.get(id).start, id: Number(id),
          outcome: flags.get(id).outcome, stratum: "flag", answer: "no", why: why.value,
        }));
        const file = {
          interject: "answers", schema: 1, kind: "contest", version: call.version,
          reviewer: document.getElementById("marker").value, saved: new Date().toISOString(),
          answers: answers,
        };
        const link = document.createElement("a");
        link.href = URL.createObjectURL(
          new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
        link.download = `${call.call}.marks.json`;
        link.click();
        box.dataset.saved = "yes";
      });
    })();
    """#
}
