// Answers Material's search box: what it asks, and the form it wants answers in,
// are those of Material's own worker (messages: setup 0, ready 1, query 2, result 3).
// MiniSearch and stemmer stand above this part; macros/search.py puts them together.
"use strict";

// Words of questions that say nothing about the subject.
const STOP_WORDS = new Set(
  ("a an and are as at be between but by can choose compare compared did difference differences do does " +
    "for from get had has have how i if in instead into is it its me my need of on or should than that the " +
    "their them then there these this to use using versus vs was we what when where which who why will " +
    "with work works would you your").split(" "),
);

// Fields and their weights: the page on a thing ranks above pages that mention it.
const BOOST = { title: 6, aliases: 6, parent: 1.5, text: 1 };
const MAX_SECTIONS = 4; // of one page
const TEASER = 160; // characters

// Someone who asks for a difference wants a table.
const COMPARING = /\b(vs|versus|or|differences?|compared?|instead)\b/i;
const COMPARISONS = /^compare\/./;

let index;
let documents;
let expansions; // other name -> name used on pages
let longestAlias; // in words
let suggesting;

/** Lower-case words; camelCase also in its parts, "iam:PassRole" -> iam, passrole, pass, role. */
function tokenize(text) {
  const tokens = [];
  for (const word of text.match(/[\p{L}\p{N}]+/gu) || []) {
    tokens.push(word.toLowerCase());
    const parts = word.match(/\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+(?!\p{Ll})/gu);
    if (parts && parts.length > 1) tokens.push(...parts.map((part) => part.toLowerCase()));
  }
  return tokens;
}

// Short forms people type for words that pages spell out.
const SHORT = { max: "maximum", min: "minimum", config: "configuration", perf: "performance", db: "database" };

const stem = (token) => (/^[a-z]+$/.test(token) ? stemmer(SHORT[token] || token) : token);

/** HTML of the index -> plain text. */
function plain(html) {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&#x27;/g, "'")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

const escapeHtml = (text) =>
  text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c]);

function setup({ config, docs, options }) {
  suggesting = options && options.suggest;
  expansions = new Map(
    Object.entries(config.expand || {}).map(([alias, name]) => [tokenize(alias).join(" "), name]),
  );
  longestAlias = Math.max(1, ...[...expansions.keys()].map((alias) => alias.split(" ").length));
  documents = new Map();
  index = new MiniSearch({
    idField: "location",
    fields: ["title", "aliases", "parent", "text"],
    storeFields: [],
    tokenize,
    processTerm: stem,
  });
  for (const doc of docs) {
    const page = doc.location.split("#")[0];
    documents.set(doc.location, {
      location: doc.location,
      page,
      title: plain(doc.title),
      text: plain(doc.text),
      aliases: (doc.aliases || []).join(" \n "),
      names: new Set([doc.title, ...(doc.aliases || [])].map((name) => tokenize(plain(name)).join(" "))),
      parent: page !== doc.location && documents.has(page) ? documents.get(page).title : "",
      boost: doc.boost || 1,
    });
  }
  index.addAll([...documents.values()]);
}

/** Words that carry the query's meaning, with the names its aliases stand for. */
function understand(query) {
  const words = tokenize(query);
  const wanted = words.filter((word) => !STOP_WORDS.has(word));
  const extra = new Set();
  for (let size = longestAlias; size > 0; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const name = expansions.get(words.slice(start, start + size).join(" "));
      if (name) tokenize(name).forEach((word) => extra.add(word));
    }
  }
  const terms = wanted.length ? wanted : words;
  return { terms, extra: [...extra].filter((word) => !terms.includes(word) && !STOP_WORDS.has(word)) };
}

function find(query) {
  const comparing = COMPARING.test(query);
  const { terms, extra } = understand(query);
  if (!terms.length) return [];
  const known = new Set(terms);
  const last = terms[terms.length - 1];
  return index
    .search([...terms, ...extra].join(" "), {
      tokenize: (text) => text.split(" "),
      boost: BOOST,
      // Exact words first; the word being typed may be a beginning, longer words may be misspelt.
      prefix: (term, i, all) => term.length > 2 && (i === all.length - 1 - extra.length || term.length > 4),
      fuzzy: (term) => (term.length > 8 ? 2 : term.length > 4 ? 1 : false),
      maxFuzzy: 2,
      weights: { fuzzy: 0.25, prefix: 0.4 },
      boostTerm: (term) => (known.has(term) || term === stem(last) ? 1 : 0.8),
      boostDocument: (id) => {
        const doc = documents.get(id);
        const asked = comparing ? (COMPARISONS.test(doc.page) ? 2 : doc.page === "services/" ? 0.5 : 1) : 1;
        return doc.boost * asked * (doc.page === doc.location ? 1.4 : 1);
      },
    })
    .map((result) => rank(result, terms, extra))
    .sort((a, b) => b.score - a.score);
}

/** Favor documents that hold more of what was asked, and titles that say just that. */
function rank(result, terms, extra) {
  const doc = documents.get(result.id);
  const stems = terms.map(stem);
  const hit = stems.filter((term) => result.queryTerms.includes(term));
  const viaAlias = extra.length && extra.map(stem).every((term) => result.queryTerms.includes(term));
  const share = viaAlias ? Math.max(0.8, hit.length / stems.length) : hit.length / stems.length;
  const title = tokenize(doc.title).map(stem);
  const titleShare = title.length
    ? title.filter((term) => stems.includes(term) || extra.map(stem).includes(term)).length / title.length
    : 0;
  const named = doc.names.has(terms.join(" ")) ? 2 : 1; // asked for by its very name
  return {
    doc,
    score: result.score * share ** 2 * (1 + titleShare) * named,
    found: Object.fromEntries(terms.map((term) => [term, result.queryTerms.includes(stem(term))])),
    words: result.terms,
  };
}

/** A piece of text around the first match, with matches marked. */
function teaser(text, words) {
  const pieces = [];
  const matches = (word) => tokenize(word).some((token) => words.has(stem(token)));
  let first = -1;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (matches(match[0])) {
      if (first < 0) first = match.index;
      if (match.index > first + TEASER) break;
      pieces.push([match.index, match.index + match[0].length]);
    }
  }
  let from = Math.max(0, first - 50);
  if (from > 0) from = text.indexOf(" ", from) + 1;
  const to = Math.min(text.length, from + TEASER + 40);
  let html = from > 0 ? "…" : "";
  let at = from;
  for (const [start, end] of pieces) {
    if (end > to) break;
    html += escapeHtml(text.slice(at, start)) + "<mark>" + escapeHtml(text.slice(start, end)) + "</mark>";
    at = end;
  }
  return html + escapeHtml(text.slice(at, to)) + (to < text.length ? "…" : "");
}

function item({ doc, score, found, words }) {
  const marked = new Set(words);
  return {
    location: doc.location,
    title: teaser(doc.title, marked) || escapeHtml(doc.title),
    text: doc.text ? `<p>${teaser(doc.text, marked)}</p>` : "",
    score,
    terms: found,
  };
}

function answer(query) {
  const pages = new Map();
  for (const result of find(query).slice(0, 120)) {
    const group = pages.get(result.doc.page);
    if (!group) pages.set(result.doc.page, [result]);
    else if (group.length < MAX_SECTIONS) group.push(result);
  }
  const items = [];
  for (const [page, results] of pages) {
    if (!documents.has(page)) continue;
    if (!results.some((result) => result.doc.location === page)) {
      results.push({ ...results[0], doc: documents.get(page), score: 0 });
    }
    items.push(results.map(item));
  }
  return { items, ...(suggesting && { suggest: suggest(query) }) };
}

/** Words of titles that complete the word being typed. */
function suggest(query) {
  const words = query.toLowerCase().split(/\s+/);
  const last = words[words.length - 1];
  if (last.length < 2) return [];
  for (const { title } of documents.values()) {
    const word = title.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.find((w) => w.startsWith(last) && w !== last);
    if (word) return [word];
  }
  return [];
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    setup(data);
    postMessage({ type: 1 });
  } else if (type === 2) {
    postMessage({ type: 3, data: answer(data) });
  }
});
