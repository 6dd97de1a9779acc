"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const total = data.rule.length;
  const byId = function (id) { return document.getElementById(id); };
  const controls = { severity: byId("f-severity"), outcome: byId("f-outcome"), area: byId("f-area"), server: byId("f-server"), text: byId("f-text") };
  const lower = function (list) { return list.map(function (text) { return text.toLowerCase(); }); };
  const haystack = { rules: lower(data.rules.map(function (rule) { return rule[0] + " " + rule[1]; })), servers: lower(data.servers), subjects: lower(data.subjects), texts: lower(data.texts) };
  const marks = { critical: "C", high: "H", medium: "M", low: "L", info: "I", pass: "✓", unknown: "?", manual: "◇", error: "!", not_applicable: "○" };
  const identified = (function () {
    let count = 0;
    while (count < total && Number(data.outcome[count]) <= 3) { count += 1; }
    return count;
  })();
  let matching = [];
  let shown = 0;
  let waiting = 0;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  function findingId(row) {
    if (row >= identified) { return ""; }
    const packed = data.id.substr(row * 11, 11).replace(/-/g, "+").replace(/_/g, "/") + "=";
    return Array.from(atob(packed), function (character) { return character.charCodeAt(0).toString(16).padStart(2, "0"); }).join("");
  }

  function options(select, values) {
    values.forEach(function (value) {
      const option = element("option", "", value || "organization");
      option.value = "=" + value;
      select.append(option);
    });
  }

  function subjectOf(row) { return data.subjects[data.subject[row]].split("\u0001").join(data.servers[data.server[row]]); }

  function textOf(row) { return data.texts[data.text[row]].split("\u0002").join(subjectOf(row)).split("\u0001").join(data.servers[data.server[row]]); }

  function holds(row, wanted) { return subjectOf(row).toLowerCase().includes(wanted) || textOf(row).toLowerCase().includes(wanted); }

  function matches(list, wanted) { return list.map(function (text) { return text.includes(wanted); }); }

  function select() {
    const wanted = controls.text.value.trim().toLowerCase();
    const severity = controls.severity.value, outcome = controls.outcome.value, area = controls.area.value, server = controls.server.value;
    const hits = wanted ? { rules: matches(haystack.rules, wanted), servers: matches(haystack.servers, wanted), subjects: matches(haystack.subjects, wanted), texts: matches(haystack.texts, wanted) } : null;
    const areaOk = data.rules.map(function (rule) { return !area || "=" + rule[2] === area; });
    const serverOk = data.servers.map(function (name) { return !server || "=" + name === server; });
    const severityAt = severity ? String(data.severities.indexOf(severity.slice(1))) : "";
    const outcomeAt = outcome ? String(data.outcomes.indexOf(outcome.slice(1))) : "";
    matching = [];
    for (let row = 0; row < total; row += 1) {
      const rule = data.rule[row];
      if ((severityAt && data.severity[row] !== severityAt) || (outcomeAt && data.outcome[row] !== outcomeAt) || !areaOk[rule] || !serverOk[data.server[row]]) { continue; }
      if (hits && !(hits.rules[rule] || hits.servers[data.server[row]] || hits.subjects[data.subject[row]] || hits.texts[data.text[row]] || holds(row, wanted))) { continue; }
      matching.push(row);
    }
  }

  function verdict(row) {
    const outcome = data.outcomes[Number(data.outcome[row])];
    const word = outcome === "fail" ? data.severities[Number(data.severity[row])] : outcome;
    const badge = element("span", "badge k-" + (word === "not_applicable" ? "none" : word === "error" ? "unknown" : word));
    badge.append(element("b", "", marks[word]), " " + (word === "not_applicable" ? "n/a" : word));
    return badge;
  }

  function tableRow(row) {
    const rule = data.rules[data.rule[row]];
    const line = element("tr");
    const cells = [verdict(row), null, data.servers[data.server[row]] || "organization", subjectOf(row), textOf(row)];
    cells.forEach(function (content, place) {
      const cell = element("td");
      if (place === 1) {
        const target = byId(rule[3]);
        const name = element(target ? "a" : "span", "rule-id", rule[0]);
        if (target) { name.href = "#" + rule[3]; }
        name.title = rule[1];
        cell.append(name);
      } else { cell.append(content); }
      line.append(cell);
    });
    const id = findingId(row);
    if (id) {
      if (!byId("finding-" + id)) { line.id = "finding-" + id; }
      const link = element("a", "permalink", "¶");
      link.href = "#finding-" + id;
      link.title = "Link to this result";
      line.lastChild.append(" ", link);
    }
    return line;
  }

  function more() {
    const body = byId("r-rows");
    matching.slice(shown, shown + 200).forEach(function (row) { body.append(tableRow(row)); });
    shown = Math.min(matching.length, shown + 200);
    byId("r-more").hidden = shown >= matching.length;
  }

  function cards() {
    const visible = new Set();
    matching.forEach(function (row) { if (data.outcome[row] === "0") { visible.add(data.rules[data.rule[row]][3]); } });
    const all = document.querySelectorAll("#findings .card");
    let count = 0;
    all.forEach(function (card) {
      card.hidden = isFiltered() && !visible.has(card.id);
      count += card.hidden ? 0 : 1;
    });
    document.querySelector(".none-match").hidden = count > 0 || all.length === 0;
    return count + " of " + all.length + " cards";
  }

  function isFiltered() { return Object.values(controls).some(function (control) { return control.value !== ""; }); }

  function update() {
    select();
    byId("r-rows").textContent = "";
    shown = 0;
    const text = matching.length.toLocaleString("en") + " of " + total.toLocaleString("en") + " results";
    byId("f-count").textContent = cards() + ", " + text;
    byId("r-count").textContent = text + (data.left_out ? "; " + data.left_out.toLocaleString("en") + " more are not listed here" : "") + ".";
    more();
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(update, 150);
  }

  function follow() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (!wanted) { return; }
    const present = byId(wanted);
    if (present) {
      const card = present.closest(".card");
      if (card && card.hidden) { clear(); }
      present.scrollIntoView();
      return;
    }
    for (let row = 0; row < identified; row += 1) {
      if ("finding-" + findingId(row) === wanted) {
        clear();
        const line = tableRow(row);
        byId("r-rows").prepend(line);
        line.scrollIntoView();
        return;
      }
    }
  }

  function clear() {
    Object.values(controls).forEach(function (control) { control.value = ""; });
    update();
  }

  function addCopyButtons() {
    document.querySelectorAll("pre.code").forEach(function (block) {
      const button = element("button", "copy", "Copy");
      button.type = "button";
      button.addEventListener("click", function () {
        const done = function () { button.textContent = "Copied"; setTimeout(function () { button.textContent = "Copy"; }, 1500); };
        if (navigator.clipboard) { navigator.clipboard.writeText(block.textContent).then(done, function () { mark(block); }); } else { mark(block); }
      });
      block.before(button);
    });
  }

  function mark(block) { getSelection().selectAllChildren(block); }

  function addMatrixLinks() {
    document.querySelectorAll("#matrix td[data-server]").forEach(function (cell) {
      cell.classList.add("pick");
      cell.addEventListener("click", function () {
        const place = Array.from(cell.parentNode.children).indexOf(cell);
        controls.server.value = "=" + cell.dataset.server;
        controls.area.value = "=" + document.querySelector("#matrix thead").rows[0].cells[place].textContent;
        update();
        byId("findings").scrollIntoView();
      });
    });
  }

  options(controls.severity, data.severities);
  options(controls.outcome, data.outcomes);
  options(controls.area, Array.from(new Set(data.rules.map(function (rule) { return rule[2]; }))).sort());
  options(controls.server, data.servers.slice().sort());
  Object.values(controls).forEach(function (control) { control.addEventListener("input", soon); });
  byId("f-clear").addEventListener("click", clear);
  byId("r-more").addEventListener("click", more);
  document.querySelector(".filters").hidden = false;
  document.querySelector(".live").hidden = false;
  document.querySelector(".static").hidden = true;
  document.querySelectorAll("nav details").forEach(function (fold) { fold.open = matchMedia("(min-width: 60rem)").matches; });
  addCopyButtons();
  addMatrixLinks();
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", function () { document.querySelectorAll("details").forEach(function (fold) { fold.open = true; }); });
  update();
  follow();
})();
