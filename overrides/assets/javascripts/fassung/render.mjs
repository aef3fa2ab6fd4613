// Renders a template whose syntax tree the build published: what is seen here is what will be built.

import { datesInWords } from "../shared/dates.mjs";

/**
 * @typedef {{art: string, [name: string]: any}} Node
 * @typedef {Record<string, any>} Scope
 */

/** HTML that needs no escaping. */
class Safe {
  /** @param {string} html */
  constructor(html) {
    this.html = html;
  }
}

/** @type {Record<string, (value: any, ...more: any[]) => any>} */
const FILTERS = {
  datum: datesInWords,
  ohne_punkt: (text) => text.replace(/[. ]+$/, ""),
  mailto: (address, subject) => `mailto:${address}?subject=${encodeURIComponent(subject)}`,
};

/** What pages ask for when they begin a section. */
const PAGE = {
  h2: (/** @type {string} */ title, /** @type {string} */ id) =>
    new Safe(`<h2 id="${escaped(id)}">${escaped(title)}</h2>`),
};

/**
 * @param {Record<string, Node>} templates
 * @param {string} name
 * @param {Scope} values
 * @returns {string} HTML in which values can only ever be text
 */
export function render(templates, name, values) {
  return new Renderer(templates).template(name, { page: PAGE, ...values }).html;
}

/** @param {unknown} value @returns {string} */
export function escaped(value) {
  if (value instanceof Safe) return value.html;
  return String(value)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("'", "&#39;")
    .replaceAll('"', "&#34;");
}

/** One way through a template. */
class Renderer {
  /** @param {Record<string, Node>} templates */
  constructor(templates) {
    this.templates = templates;
  }

  /** @param {string} name @param {Scope} values */
  template(name, values) {
    const scope = { ...values };
    const node = this.templates[name];
    if (!node) throw new TypeError(`${name} is missing`);
    return { html: this.all(node.body, scope), scope };
  }

  /** @param {Node[]|undefined} nodes @param {Scope} scope */
  all(nodes, scope) {
    return (nodes ?? []).map((node) => this.statement(node, scope)).join("");
  }

  /** @param {Node} node @param {Scope} scope @returns {string} */
  statement(node, scope) {
    switch (node.art) {
      case "Output":
        return node.nodes.map((/** @type {Node} */ part) => escaped(this.value(part, scope))).join("");
      case "If":
        return this.choice(node, scope);
      case "For":
        return this.value(node.iter, scope)
          .map((/** @type {unknown} */ item) => this.all(node.body, { ...scope, [node.target.name]: item }))
          .join("");
      case "Assign":
        scope[node.target.name] = this.value(node.node, scope);
        return "";
      case "Macro":
        scope[node.name] = this.macro(node, scope);
        return "";
      case "Import":
        scope[node.target] = this.template(this.value(node.template, scope), scope).scope;
        return "";
      default:
        throw new TypeError(`unknown statement ${node.art}`);
    }
  }

  /** @param {Node} node @param {Scope} scope */
  choice(node, scope) {
    const branches = [node, ...(node.elif_ ?? [])];
    const chosen = branches.find((branch) => isTrue(this.value(branch.test, scope)));
    return this.all(chosen ? chosen.body : node.else_, scope);
  }

  /** @param {Node} node @param {Scope} scope */
  macro(node, scope) {
    return (/** @type {unknown[]} */ ...given) => {
      const names = (node.args ?? []).map((/** @type {Node} */ { name }, /** @type {number} */ index) => [
        name,
        given[index],
      ]);
      return new Safe(this.all(node.body, { ...scope, ...Object.fromEntries(names) }));
    };
  }

  /** @param {Node} node @param {Scope} scope @returns {any} */
  value(node, scope) {
    switch (node.art) {
      case "TemplateData":
        return new Safe(node.data);
      case "Const":
        return node.value;
      case "Name":
        return known(scope, node.name);
      case "Getattr":
        return known(this.value(node.node, scope), node.attr);
      case "Filter":
        return FILTERS[node.name]?.(this.value(node.node, scope), ...this.values(node.args, scope));
      case "Call":
        return this.value(node.node, scope)(...this.values(node.args, scope));
      case "Concat":
        return this.values(node.nodes, scope).join("");
      case "CondExpr":
        return this.condition(node, scope);
      default:
        return this.logic(node, scope);
    }
  }

  /** @param {Node[]|undefined} nodes @param {Scope} scope */
  values(nodes, scope) {
    return (nodes ?? []).map((node) => this.value(node, scope));
  }

  /** @param {Node} node @param {Scope} scope */
  condition(node, scope) {
    const chosen = isTrue(this.value(node.test, scope)) ? node.expr1 : node.expr2;
    return chosen ? this.value(chosen, scope) : "";
  }

  /** @param {Node} node @param {Scope} scope */
  logic(node, scope) {
    switch (node.art) {
      case "Not":
        return !isTrue(this.value(node.node, scope));
      case "And":
      case "Or": {
        const left = this.value(node.left, scope);
        return isTrue(left) === (node.art === "And") ? this.value(node.right, scope) : left;
      }
      case "Compare":
        return this.value(node.expr, scope) === this.value(node.ops[0].expr, scope);
      case "Test":
        return this.value(node.node, scope) === null;
      default:
        throw new TypeError(`unknown expression ${node.art}`);
    }
  }
}

/** A name that is not there is a mistake, as in the build. @param {Scope} values @param {string} name */
function known(values, name) {
  if (values[name] === undefined) throw new TypeError(`${name} is not defined`);
  return values[name];
}

/** As templates understand it: empty texts and lists are false. @param {unknown} value */
function isTrue(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
