// The search in the header: every page by its number, its name, its status and whose it is. The index is a classic script,
// loaded when the field is first used: on a file share a page may load scripts, but fetch nothing.
(function () {
  "use strict";
  var script = document.currentScript, box = document.querySelector(".search");
  if (!script || !box) return;
  var root = script.src.replace(/assets\/[^/]*$/, "");
  var field = box.querySelector("input"), list = box.querySelector("ol"), note = box.querySelector("[role=status]");
  var most = 20, shapes, index, pages, asked;

  // What words end in besides themselves, the longest first. A word keeps three letters and a vowel.
  var danish = "erendes|erende|hedens|erede|heden|heder|endes|ernes|erens|erets|ered|ende|erne|eren|erer|heds|enes|eres|eret|" +
    "hed|ene|ere|ens|ers|ets|en|er|es|et|e|s";
  var endings = {
    da: danish,
    nb: "hetenes|hetene|hetens|heter|heten|" + danish + "|a|t",
    sv: "arnas|ernas|ornas|anden|andet|andes|arens|ades|aste|arna|erna|orna|ande|ade|are|ens|ets|ar|er|or|en|et|as|es|at|a|e|n|s|t",
    en: "ings|ing|ies|edly|ed|es|ly|y|e|s"
  };

  // Small letters without accents; å, ä, æ, ö and ø are letters of their own.
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u0302\u0304\u0306\u030c\u0327]/g, "").normalize("NFC");
  }

  function stem(word, language) {
    var ending = endings[language] && new RegExp("(?:" + endings[language] + ")$").exec(word);
    var rest = ending ? word.slice(0, ending.index) : word;
    return rest.length > 2 && /[aeiouyæøåäö]/.test(rest) ? rest : word;
  }

  function pick(table, places) {
    return places ? places.split(" ").map(function (place) { return table[parseInt(place, 36)]; }) : [];
  }

  window.fremdriftSearch = function (loaded) {
    index = loaded.index;
    shapes = loaded.shapes;
    pages = index.pages.split("\n").map(function (line) {
      var part = line.split("\t"), belongs = part[3] || "", kind = belongs.charAt(0) === "=" ? belongs.slice(1) : "";
      var plan = belongs && !kind ? pick(index.plans, belongs)[0] : null;
      var status = pick(index.statuses, part[4])[0];
      var name = part[0] ? part[0] + " " + part[1] : part[1];
      var page = {
        number: fold(part[0]), name: name, plan: plan, status: status,
        href: root + (plan ? plan.folder + (part[2] || "index") : part[2]) + ".html",
        where: plan ? (part[2] ? plan.title : "") : kind,
        date: part[7] || (plan ? plan.date : ""), lang: plan && plan.lang
      };
      page.title = fold(name);
      page.rest = fold([page.where, status ? status.word : "", pick(index.colours, part[4])[0]].concat(pick(index.committees, part[5]), pick(index.owners, part[6])).join(" "));
      return page;
    });
    show();
  };

  function load() {
    if (asked) return;
    asked = true;
    var element = document.createElement("script");
    element.src = root + "search-index.js";
    document.head.appendChild(element);
  }

  // How well one of a word's forms is found in a text: at its beginning, where a word begins, within a word.
  function found(text, forms) {
    return Math.max.apply(null, forms.map(function (form) {
      for (var best = 0, at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        if (at === 0) return 3;
        best = Math.max(best, /[\s(«»"“”'\u2019/&-]/.test(text.charAt(at - 1)) ? 2 : 1);
      }
      return best;
    }));
  }

  // All words must be found. A number that is meant comes first, then what is in the name, then whose it is.
  function find(query) {
    var whole = fold(query.trim()), words = whole.match(/[\p{L}\p{N}]+(?:[.+,\u2019'-][\p{L}\p{N}]+)*/gu);
    if (!words) return [];
    var forms = words.map(function (word) {
      return /\p{N}/u.test(word) ? [word] : [word].concat(index.languages.map(function (language) { return stem(word, language); }));
    });
    var hits = [];
    pages.forEach(function (page, place) {
      var score = page.number && page.number === whole ? 1000 : 0;
      for (var at = 0; at < forms.length; at += 1) {
        var own = found(page.title, forms[at]), other = own ? 0 : found(page.rest, forms[at]);
        if (!own && !other) return;
        // A number is the beginning of a number or of a name, never the inside of one: 2 is not 12.
        if (!other && own === 1 && /^\p{N}/u.test(words[at])) return;
        score += own ? 10 * own + (page.title.indexOf(words[at]) >= 0 ? 5 : 0) : other;
      }
      hits.push({ page: page, score: score, place: place });
    });
    return hits.sort(function (a, b) { return b.score - a.score || a.place - b.place; }).map(function (hit) { return hit.page; });
  }

  function element(name, text, language) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (language) made.lang = language;
    return made;
  }

  function chip(status) {
    var made = element("span", "", status.lang);
    made.className = "chip " + status.tone + (status.quiet ? " quiet" : "");
    if (shapes[status.tone]) {
      var parsed = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg">' + shapes[status.tone] + "</svg>", "image/svg+xml");
      var symbol = parsed.querySelector("symbol"), svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("viewBox", symbol.getAttribute("viewBox"));
      svg.setAttribute("aria-hidden", "true");
      Array.prototype.slice.call(symbol.childNodes).forEach(function (node) { svg.appendChild(document.importNode(node, true)); });
      made.appendChild(svg);
    }
    made.appendChild(document.createTextNode(status.word));
    return made;
  }

  function line(page) {
    var item = element("li"), link = element("a", page.name, page.lang);
    link.href = page.href;
    item.appendChild(link);
    if (page.status) item.append(" ", chip(page.status));
    var behind = [page.where, page.date].filter(Boolean).join(", ");
    if (behind) item.append(" ", element("small", behind, page.lang));
    return item;
  }

  function show() {
    var query = field.value.trim(), words = note.dataset;
    if (query && !index) return load();
    list.textContent = "";
    list.hidden = true;
    note.textContent = "";
    if (!query) return;
    var hits = find(query);
    hits.slice(0, most).forEach(function (page) { list.appendChild(line(page)); });
    list.hidden = !hits.length;
    note.textContent = !hits.length ? words.none : hits.length === 1 ? "1 " + words.one :
      hits.length + " " + words.many + (hits.length > most ? " " + words.first : "");
  }

  function close() {
    list.hidden = true;
    note.textContent = "";
  }

  function move(event) {
    var links = Array.prototype.slice.call(list.querySelectorAll("a")), at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && (at >= 0 || !list.hidden || note.textContent)) {
      close();
      field.focus();
    } else if (event.key === "Enter" && at < 0 && !list.hidden) {
      location.href = links[0].href;
    } else if (event.key === "ArrowDown" && !list.hidden && at < links.length - 1) {
      links[at + 1].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (links[at - 1] || field).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  box.hidden = false;
  field.addEventListener("focus", load);
  field.addEventListener("input", show);
  box.addEventListener("keydown", move);
  document.addEventListener("click", function (event) { if (!box.contains(event.target)) close(); });
})();
