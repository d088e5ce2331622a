/// The script of a team's page: sorting, finding, filtering.
enum TeamScript {
  static let text = #"""
    (() => {
      const table = document.getElementById("agents");
      const number = (text) => {
        const found = text.match(/-?\d+(\.\d+)?/);
        return found ? Number(found[0]) : -Infinity;
      };
      if (table && table.tBodies[0].rows.length > 1) {
        const heads = [...table.tHead.rows[0].cells].filter((cell) => cell.tagName === "TH");
        for (const head of heads) {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = head.textContent;
          head.replaceChildren(button);
          button.addEventListener("click", () => {
            const column = head.cellIndex;
            const down = head.getAttribute("aria-sort") === "ascending";
            for (const other of heads) other.removeAttribute("aria-sort");
            head.setAttribute("aria-sort", down ? "descending" : "ascending");
            const rows = [...table.tBodies[0].rows];
            const text = (row) => row.cells[column].textContent;
            rows.sort((first, second) => (down ? -1 : 1) * (column === 0
              ? text(first).localeCompare(text(second), undefined, { numeric: true })
              : number(text(first)) - number(text(second))));
            table.tBodies[0].append(...rows);
          });
        }
        heads[0].setAttribute("aria-sort", "ascending");
      }
      addEventListener("beforeprint", () => {
        for (const part of document.querySelectorAll("details")) part.open = true;
      });
      const search = document.getElementById("search");
      if (!search) return;
      const marked = document.getElementById("only-marked");
      const filter = () => {
        const wanted = search.value.trim().toLocaleLowerCase();
        const fits = (part) => part.textContent.toLocaleLowerCase().includes(wanted);
        let shown = 0;
        const names = new Set();
        for (const row of table ? table.tBodies[0].rows : []) {
          const differs = row.cells[5].textContent !== "";
          row.hidden = !(fits(row) && (differs || !marked.checked));
          if (!row.hidden) {
            shown += 1;
            names.add(row.cells[0].textContent);
          }
        }
        for (const part of document.querySelectorAll("details.member"))
          part.hidden = !names.has(part.querySelector("summary").textContent);
        for (const item of document.querySelectorAll("section > .found > li"))
          item.hidden = !fits(item);
        document.getElementById("found").textContent = wanted || marked.checked
          ? `${shown} agents` : "";
      };
      marked.closest("label").hidden = !table;
      search.addEventListener("input", filter);
      marked.addEventListener("change", filter);
    })();
    """#
}
