// The search in the header: every page by its number, its name, its status and whose it is. The index is a classic script,
// loaded when the field is first used: on a file share a page may load scripts, but fetch nothing.
(function () {
  "use strict";
  var script = document.currentScript, box = document.querySelector(".search");
  if (!script || !box) return;
  var root = script.src.replace(/assets\/[^/]*$/, "");
  var field = box.querySelector("input"), list = box.querySelector("[role=listbox]"), note = box.querySelector("[role=status]");
  var all = box.nextElementSibling, most = 20, few = 5, asked = {}, shapes, index, pages, chosen;
  // Whether an answer is looked for: what is loaded later opens nothing after Escape or over what is read by now.
  var wanted;

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

  function plain(text) { return fold(text).replace(/[^\p{L}\p{N}]/gu, ""); }

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
      var plan = belongs && !kind ? pick(index.plans, belongs)[0] : null, at = (part[2] || "").split("#");
      var status = pick(index.statuses, part[4])[0];
      var name = part[0] ? part[0] + " " + part[1] : part[1];
      var page = {
        number: plain(part[0]), name: name, plan: plan, status: status,
        href: root + (plan ? plan.folder : "") + (at[0] || "index") + ".html" + (at[1] ? "#" + at[1] : ""),
        where: plan ? (part[2] ? plan.title : "") : kind,
        date: part[7] || (plan ? plan.date : ""), lang: plan && plan.lang
      };
      // Numbers are found with and without their points, plans by both of their names.
      page.title = fold(name) + (/[.+]/.test(part[0]) ? " " + page.number : "");
      page.rest = fold([page.where, plan ? plan.title : "", status ? status.word : "", pick(index.colours, part[4])[0]].concat(pick(index.committees, part[5]), pick(index.owners, part[6])).join(" "));
      return page;
    });
    if (wanted) show();
  };

  // What the latest status of each page says, what plans are filed under and call the rows of their tables.
  window.fremdriftTexts = function (texts) {
    texts.split("\n").forEach(function (text, place) { pages[place].text = fold(text); });
    if (wanted && chosen < 0) show();
  };

  function load(name) {
    if (asked[name]) return;
    asked[name] = true;
    document.head.appendChild(element("script")).src = root + name + ".js";
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
    // Of long texts the words of one or two letters are not kept: where others are found, so are they.
    var hits = [], isLong = words.some(function (word) { return word.length > 2; });
    pages.forEach(function (page, place) {
      var score = page.number && page.number === plain(query) ? 1000 : 0;
      for (var at = 0; at < forms.length; at += 1) {
        var own = found(page.title, forms[at]), other = own ? 0 : found(page.rest, forms[at]);
        if (!own && !other && !(page.text && (isLong && /^\p{L}{1,2}$/u.test(words[at]) || found(page.text, forms[at]) > 1))) return;
        // A number is the beginning of a number or of a name, never the inside of one: 2 is not 12.
        if (!other && own === 1 && /^\p{N}/u.test(words[at])) return;
        score += own ? 10 * own + (page.title.indexOf(words[at]) >= 0 ? 5 : 0) : other;
      }
      hits.push({ page: page, score: score, place: place });
    });
    return hits.sort(function (a, b) { return b.score - a.score || a.place - b.place; }).map(function (hit) { return hit.page; });
  }

  function pairs(word) {
    return word.slice(1).split("").map(function (letter, at) { return word.charAt(at) + letter; });
  }

  // The names that have a word nearest to one that was asked for, by the pairs of letters they share.
  function near(query) {
    var asked = fold(query).split(/\s+/).map(pairs);
    return pages.map(function (page) {
      var likeness = page.title.split(/[^\p{L}\p{N}]+/u).map(function (word) {
        var own = pairs(word);
        return Math.max.apply(null, asked.map(function (other) {
          return own.filter(function (pair) { return other.indexOf(pair) >= 0; }).length * 2 / (own.length + other.length || 1);
        }));
      });
      return { page: page, score: Math.max.apply(null, likeness) };
    }).filter(function (hit) { return hit.score >= .5; }).sort(function (a, b) { return b.score - a.score; })
      .slice(0, few).map(function (hit) { return hit.page; });
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
    var link = element("a"), behind = [page.where, page.date].filter(Boolean).join(", ");
    link.href = page.href;
    link.id = "search-" + list.children.length;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.append(element("u", page.name, page.lang));
    if (page.status) link.append(" ", chip(page.status));
    if (behind) link.append(" ", element("small", behind, page.lang));
    list.appendChild(link);
  }

  function open(is) {
    list.hidden = !is;
    field.setAttribute("aria-expanded", is);
    choose(-1);
  }

  function choose(at) {
    var options = list.children, now = options[at];
    chosen = now ? at : -1;
    Array.prototype.forEach.call(options, function (option) { option.setAttribute("aria-selected", option === now); });
    if (!now) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", now.id);
    now.scrollIntoView({ block: "nearest" });
  }

  function show() {
    var query = field.value.trim(), words = note.dataset;
    wanted = true;
    if (query && !index) return load("search-index");
    list.textContent = note.textContent = "";
    open(false);
    if (!query) return;
    var hits = find(query), shown = hits.length ? hits : near(query);
    if (hits.length < few && index.has_texts) load("search-texts");
    shown.slice(0, most).forEach(line);
    if (!hits.length) line({ href: all.href, name: all.textContent });
    open(true);
    note.textContent = !hits.length ? (shown.length ? words.near : words.none) : hits.length === 1 ? "1 " + words.one :
      hits.length + " " + words.many + (hits.length > most ? " " + words.first : "");
  }

  function close() {
    wanted = false;
    open(false);
    note.textContent = "";
  }

  // The field keeps the focus; arrows choose, and Enter opens what is chosen and nothing else.
  function move(event) {
    var last = list.children.length - 1;
    if (event.key === "Escape" && (wanted || !list.hidden)) close();
    else if (list.hidden) return;
    else if (event.key === "Enter" && chosen >= 0) list.children[chosen].click();
    else if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : 0);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
    else return;
    event.preventDefault();
  }

  box.hidden = false;
  field.addEventListener("focus", function () { wanted = true; load("search-index"); });
  field.addEventListener("input", show);
  field.addEventListener("keydown", move);
  addEventListener("hashchange", close);
  document.addEventListener("click", function (event) { if (!box.contains(event.target)) close(); });
})();
