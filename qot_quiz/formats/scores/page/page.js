
"use strict";
// Sorts and narrows the table; without it the page is whole, and stands in its first order.
(() => {
  const table = document.querySelector(".games");
  if (!table) return;
  const body = table.tBodies[0];
  const written = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const status = document.querySelector("[role=status]");
  const collator = new Intl.Collator(undefined, { numeric: true });
  const NATURAL = { number: Number, time: Date.parse, text: (value) => value };

  const read = (cell, kind) => {
    const inner = cell.querySelector("data, time");
    const value = inner ? inner.value ?? inner.dateTime : cell.textContent;
    return value === "" ? null : NATURAL[kind](value);
  };

  // Cells without a value come last in both directions.
  const compare = (sign) => ([a], [b]) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return sign * (typeof a === "string" ? collator.compare(a, b) : a - b);
  };

  const tell = (order) => {
    const shown = written.filter((row) => !row.hidden).length;
    const games = shown === written.length ? "" : `${shown.toLocaleString("en")} of ${written.length.toLocaleString("en")} games`;
    status.textContent = [games, order].filter(Boolean).join(", ");
  };

  let order = "";
  const sort = (head, column) => {
    // Names and ranks begin with the first, everything that counts with the most; a third press brings back the first order.
    const turns = head.dataset.sort === "text" || column === 0 ? ["ascending", "descending"] : ["descending", "ascending"];
    const next = turns[turns.indexOf(head.getAttribute("aria-sort")) + 1] ?? "none";
    for (const other of heads) other.setAttribute("aria-sort", other === head ? next : "none");
    let rows = written;
    if (next !== "none") {
      const keyed = written.map((row) => [read(row.cells[column], head.dataset.sort), row]);
      rows = keyed.sort(compare(next === "ascending" ? 1 : -1)).map(([, row]) => row);
    }
    body.replaceChildren(...rows);
    order = next === "none" ? "in the first order" : `sorted by ${head.textContent.toLowerCase()}, ${next}`;
    tell(order);
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => sort(head, column));
  });

  const player = document.querySelector("#player");
  const mode = document.querySelector("#mode");
  const column = (name) => heads.findIndex((head) => head.textContent === name);
  const plain = (text) => text.normalize("NFC").toLocaleLowerCase();
  const facts = written.map((row) => [row, row.cells[column("Player")].textContent, row.cells[column("Mode")].textContent]);
  const distinct = (at) => [...new Set(facts.map((fact) => fact[at]))].sort(collator.compare);
  for (const name of distinct(1)) document.querySelector("#players").append(new Option("", name));
  for (const name of distinct(2)) mode.append(new Option(name, name));

  const narrow = () => {
    const wanted = plain(player.value.trim());
    for (const [row, name, played] of facts)
      row.hidden = !plain(name).includes(wanted) || (mode.value !== "" && mode.value !== played);
    tell(order);
  };
  player.addEventListener("input", narrow);
  mode.addEventListener("change", narrow);
  // A browser that goes back to the page may have kept what was typed.
  narrow();
  document.querySelector("[role=search]").hidden = false;
})();
