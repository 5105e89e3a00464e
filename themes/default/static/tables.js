// Long tables, sorted and filtered. Rows move and hide, their words with them; what they say is the page's own.
// The state stands in the query of the address, each part under the id of its table: ?measures-table.status=Kritisk.
(function () {
  "use strict";
  var words = document.currentScript.dataset, tables = [];

  function element(name, text, kind) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  // Where the address leads to on this page.
  function target() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      return null;
    }
  }

  function all(place, selector) { return Array.prototype.slice.call(place.querySelectorAll(selector)); }
  function has(row, kinds) { return new RegExp("\\b(" + kinds + ")\\b").test(row.className); }
  function text(place) { return place ? place.textContent.replace(/\s+/g, " ").trim() : ""; }

  // What a cell says of itself: its words without what is small behind them.
  function said(cell) {
    var copy = cell.cloneNode(true);
    all(copy, "small, .ref, summary").forEach(function (part) { part.remove(); });
    return text(copy);
  }

  function key(cell, isNumber) {
    var time = cell.querySelector("time"), own = cell.dataset.key;
    if (own === undefined) own = time ? time.dateTime : said(cell);
    return isNumber ? parseFloat(own) : own; // What is no number ("-") is as if nothing stood there.
  }

  // By what a row is found in a filter: its status, else each name in the cell.
  function values(cell) {
    var chip = cell.querySelector(".chip:not(.quiet)") || cell.querySelector(".chip");
    if (chip) return [text(chip)];
    var first = cell.dataset.key && !text(cell) ? cell.dataset.key : said(cell), small = cell.querySelector("small");
    return [first].concat(text(small).split(", ")).filter(Boolean);
  }

  // In which language the words of a cell are, where that is another than the page's.
  function language(cell) {
    var own = cell && cell.querySelector("[lang]");
    return own ? own.lang : "";
  }

  function Sorted(table) {
    var heads = all(table.tHead, "th, td"), lang = (table.closest("[lang]") || document.documentElement).lang;
    var compare = new Intl.Collator(lang, { numeric: true }).compare, totals = table.querySelector("tfoot, .total");
    var groups = table.dataset.groupedBy, filters = [], buttons = [], items = [], shown = {}, isSorted;
    var tools = element("details", "", "told tools"), form = element("form"), bar = element("div", "", "shown"), line = element("p");
    var order = element("select"), field = element("input"), clear = element("button", words.clear);

    // An item is a row with its words and the rows that are parts of it; what stands before and after items stays.
    var bodies = Array.prototype.slice.call(table.tBodies).map(function (body) {
      var made = { body: body, items: [], head: null, after: [] }, item;
      Array.prototype.slice.call(body.rows).forEach(function (row) {
        var own = [row], isPart = has(row, "child|of-which");
        if (has(row, "heading")) made.head = row;
        else if (has(row, "words")) item.rows[item.rows.length - 1].push(row);
        else if (item && isPart && has(item.rows[0][0], "item")) {
          own.depth = +(/depth-(\d)/.exec(row.className) || "11")[1];
          own.parent = item.rows.filter(function (other) { return other.depth < own.depth; }).pop();
          item.rows.push(own);
        } else if (isPart || has(row, "item")) {
          own.depth = 0;
          item = { rows: [own], head: made.head, group: text(made.head), place: items.length };
          made.items.push(item);
          items.push(item);
        } else made.after.push(row);
      });
      return made;
    });

    function label(control, name) {
      var made = element("label", name + " ");
      made.append(control);
      form.append(made);
      return made;
    }

    function addFilter(id, name, find, place) {
      var found = [], langs = {};
      items.forEach(function (item) {
        item.rows.forEach(function (rows) {
          find(rows[0], item).forEach(function (value) {
            if (found.indexOf(value) < 0) {
              found.push(value);
              langs[value] = language(place(rows[0], item));
            }
          });
        });
      });
      if (found.length < 2) return;
      var select = element("select");
      select.append(new Option(words.all, ""));
      found.forEach(function (value) {
        var option = new Option(value, value);
        option.lang = langs[value];
        select.append(option);
      });
      label(select, name);
      select.addEventListener("change", function () { shown[id] = select.value; changed(true); });
      filters.push({ id: id, name: name, control: select, find: find, values: found });
    }

    field.type = "search";
    field.autocomplete = "off";
    label(field, words.search);
    field.addEventListener("input", function () { shown.q = field.value; changed(false); });
    if (groups) addFilter("group", groups, function (row, item) { return [item.group]; }, function (row, item) { return item.head; });
    heads.forEach(function (head, at) {
      if ("filter" in head.dataset) addFilter(head.dataset.key, text(head), function (row) { return values(row.cells[at]); }, function (row) { return row.cells[at]; });
    });

    // Values of a filter stand as a sorted column would have them: statuses by their scale, words by the language.
    filters.forEach(function (filter) {
      var at = heads.findIndex(function (head) { return head.dataset.key === filter.id; }), ranks = {};
      if (at >= 0 && has(heads[at], "status")) items.forEach(function (item) {
        item.rows.forEach(function (rows) {
          filter.find(rows[0], item).forEach(function (value) {
            var rank = key(rows[0].cells[at], true);
            ranks[value] = Math.min(rank, value in ranks ? ranks[value] : rank);
          });
        });
      });
      all(filter.control, "option").slice(1).sort(function (a, b) {
        return ranks[a.value] - ranks[b.value] || compare(a.value, b.value);
      }).forEach(function (option) { filter.control.append(option); });
    });

    function ways(head) {
      return has(head, "status") ? [words.worst, words.best] : [words.up, words.down];
    }

    order.append(new Option(words.own, ""));
    heads.forEach(function (head, at) {
      var id = head.dataset.key;
      if (!id) return;
      var button = element("button");
      button.type = "button";
      button.append.apply(button, Array.prototype.slice.call(head.childNodes));
      head.append(button);
      buttons.push({ id: id, at: at, head: head, control: button, name: text(head), isNumber: has(head, "number|status") });
      ways(head).forEach(function (way, turn) { order.append(new Option(text(head) + ", " + way, (turn ? "-" : "") + id)); });
      button.addEventListener("click", function () {
        shown.sort = shown.sort === id ? "-" + id : shown.sort === "-" + id ? "" : id;
        changed(true);
      });
    });
    label(order, words.order).className = "order";
    order.addEventListener("change", function () { shown.sort = order.value; changed(true); });

    // All that is said of a row, also in its caption, over it and in the row it is a part of.
    function wordsOf(rows, item) {
      if (!rows.words) {
        var keys = all(rows[0], "[data-key]:empty").map(function (cell) { return cell.dataset.key; });
        var parent = rows.parent ? wordsOf(rows.parent, item) : item.group;
        rows.words = rows.map(text).concat(keys, parent).join(" ").toLowerCase();
      }
      return rows.words;
    }

    function sort() {
      var isDown = /^-/.test(shown.sort), id = shown.sort.replace(/^-/, "");
      var by = buttons.filter(function (button) { return button.id === id; })[0];
      buttons.forEach(function (button) { button.head.removeAttribute("aria-sort"); });
      if (by) by.head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      else if (!isSorted) return "";
      isSorted = !!by;
      bodies.forEach(function (part) {
        var list = part.items.map(function (item) { return [item, by && key(item.rows[0][0].cells[by.at], by.isNumber)]; });
        function isNone(value) { return value === "" || value !== value; }
        list.sort(function (a, b) {
          var none = by ? isNone(a[1]) - isNone(b[1]) : 0;
          var way = !by || none || isNone(a[1]) ? 0 : by.isNumber ? a[1] - b[1] : compare(a[1], b[1]);
          return none || (isDown ? -way : way) || a[0].place - b[0].place;
        });
        list.forEach(function (pair) {
          pair[0].rows.forEach(function (rows) { part.body.append.apply(part.body, rows); });
        });
        part.body.append.apply(part.body, part.after);
      });
      return by && words.sorted + " " + by.name + ", " + ways(by.head)[isDown ? 1 : 0];
    }

    // A row is found where it passes, or where the address leads to it. Those it is a part of are shown with it, more quietly.
    function filter() {
      var asked = shown.q.toLowerCase().trim(), on = filters.filter(function (filter) { return shown[filter.id]; });
      var count = 0, total = 0, led = target();
      function passes(rows, item) {
        return rows.some(function (row) { return row.contains(led); }) || (on.every(function (filter) {
          return filter.find(rows[0], item).indexOf(shown[filter.id]) >= 0;
        }) && wordsOf(rows, item).indexOf(asked) >= 0);
      }
      bodies.forEach(function (part) {
        var isAny = false;
        part.items.forEach(function (item) {
          var found = item.rows.filter(function (rows) { return passes(rows, item); }), seen = [];
          found.forEach(function (rows) { for (; rows; rows = rows.parent) seen.push(rows); });
          item.rows.forEach(function (rows) {
            rows.forEach(function (row) {
              row.hidden = seen.indexOf(rows) < 0;
              row.classList.toggle("same", found.indexOf(rows) < 0);
            });
          });
          total += item.rows.length;
          count += found.length;
          isAny = isAny || found.length > 0;
        });
        if (part.head) part.head.hidden = !isAny;
        part.after.forEach(function (row) { row.hidden = !isAny; });
      });
      var names = on.map(function (filter) { return filter.name + ": " + shown[filter.id]; });
      if (asked) names.push("“" + shown.q.trim() + "”");
      clear.hidden = !names.length;
      if (!names.length) return "";
      var of = words.shown.replace("…", count).replace("…", total) + " (" + names.join(" · ") + ").";
      return of + (count ? "" : " " + words.none) + (totals ? " " + words.sums : "");
    }

    function changed(isStep) {
      var query = new URLSearchParams(location.search);
      ["sort", "q"].concat(filters.map(function (filter) { return filter.id; })).forEach(function (id) {
        if (shown[id]) query.set(table.id + "." + id, shown[id]); else query.delete(table.id + "." + id);
      });
      // Where the address led to was shown whatever the filters said; they are asked now. A letter of a search is no step.
      var address = location.pathname + (String(query) ? "?" + query : "");
      try {
        history[isStep ? "pushState" : "replaceState"](null, "", address);
      } catch (error) { /* A browser that keeps no state of files. */ }
      set();
    }

    function set() {
      filters.forEach(function (filter) { filter.control.value = shown[filter.id]; });
      if (field.value !== shown.q) field.value = shown.q;
      order.value = shown.sort;
      var sorted = sort(), filtered = filter();
      line.textContent = [filtered, sorted && sorted + "."].filter(Boolean).join(" ");
    }

    // Sets everything by the address.
    this.read = function () {
      var query = new URLSearchParams(location.search);
      function asked(id) { return query.get(table.id + "." + id) || ""; }
      shown = { q: asked("q"), sort: asked("sort") };
      order.value = shown.sort;
      if (order.selectedIndex < 0) shown.sort = "";
      filters.forEach(function (filter) {
        var value = asked(filter.id);
        shown[filter.id] = filter.values.indexOf(value) < 0 ? "" : value;
      });
      set();
    };

    // On a phone heads are there for screen readers only, and the choice of an order stands in for their buttons.
    function fit() {
      var isClipped = getComputedStyle(table.tHead).position === "absolute";
      buttons.forEach(function (button) { button.control.tabIndex = isClipped ? -1 : 0; });
    }

    line.setAttribute("role", "status");
    clear.type = "button";
    clear.hidden = true;
    clear.addEventListener("click", function () {
      shown.q = "";
      filters.forEach(function (filter) { shown[filter.id] = ""; });
      changed(true);
      (tools.open || field.checkVisibility && field.checkVisibility() ? field : tools.firstChild).focus();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    tools.append(element("summary", words.tools), form);
    bar.append(line, clear);
    table.before(tools, bar);
    addEventListener("resize", fit);
    fit();
    this.read();
  }

  all(document, "table[data-sortable]").forEach(function (table) { tables.push(new Sorted(table)); });
  function read() { tables.forEach(function (table) { table.read(); }); }
  function lead() {
    var led = target();
    read();
    if (led && led.closest("[data-sortable]")) led.scrollIntoView();
  }
  addEventListener("popstate", read);
  addEventListener("hashchange", lead);
  lead();
})();
