// From the neutral package to the finished site: what the form needs for it, and when it does not suffice.

import { logoOf } from "../logo.mjs";
import { handOver, packageOf } from "./pack.mjs";

/**
 * @import {Fassung} from "../form.mjs"
 * @import {Kept} from "../logo.mjs"
 * @import {Package} from "./pack.mjs"
 */

const KNOWN = ["form", "betrieb"];
// What a file may say that nobody is asked for here, in words; all else is named as it is written there.
/** @type {Record<string, string>} */
const NAMES = {
  "website.ausblenden": "ausgeblendete Bereiche",
  "website.navigation": "eigene Verweise in der Kopfzeile",
  "website.eingebettet_in": "die Einbettung in andere Websites",
  "schrift.name": "eine Hausschrift",
  "schrift.normal": "eine Hausschrift",
  "schrift.fett": "eine Hausschrift",
};
const WORDS = {
  none: "Wählen Sie zuerst das neutrale Paket.",
  reading: "Das Paket wird gelesen …",
  read: "Das neutrale Paket ist geöffnet.",
  building: "Die Website wird gebaut …",
  done: "Die Website ist fertig. Entpacken Sie sie; LIESMICH.txt sagt, wie sie auf den Server kommt. Heben Sie auch den Ordner auf: Sie brauchen ihn für jedes Update.",
  beyond:
    "Diese Website bauen nur „make zip“ und die Vorlagen für GitHub und GitLab. In Ihrem Ordner gibt es außerdem: ",
  failed: "Das ist nicht gelungen. Ihr Browser ist zu alt, oder die Seite ist nicht über https geöffnet. ",
};

/** Makes the finished site; what was opened stays as long as the page is open. */
export class Finished {
  /** @param {Fassung} form */
  constructor(form) {
    this.form = form;
    /** @type {Package|null} */
    this.neutral = null;
  }

  /** @param {File|undefined} file the neutral package */
  async open(file) {
    if (!file) return;
    this.neutral = null;
    this.form.tell(WORDS.reading);
    await this.try(async () => {
      this.neutral = await packageOf(file, this.form.data.version);
      this.form.tell(WORDS.read);
    });
  }

  async pack() {
    const { neutral, form } = this;
    const written = form.written();
    const names = form.fields().map(({ name }) => name);
    const others = beyond(written, form.files, names);
    if (!neutral || others.length) {
      form.tell(others.length ? `${WORDS.beyond}${others.join(", ")}.` : WORDS.none, true);
      return;
    }
    form.tell(WORDS.building);
    await this.try(async () => {
      await handOver(neutral, written, form.files, form.data);
      form.tell(WORDS.done);
    });
  }

  /** @param {() => Promise<void>} step */
  async try(step) {
    try {
      await step();
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      this.form.tell(error instanceof RangeError ? message : WORDS.failed + message, true);
    }
  }
}

/**
 * What a folder holds beyond the questions and the logo: nobody looks through it here.
 * @param {any} written
 * @param {Kept[]} files
 * @param {string[]} names
 */
function beyond(written, files, names) {
  const logo = logoOf(files);
  const places = Object.entries(written).flatMap(([section, values]) =>
    typeof values === "object" && values
      ? Object.keys(values).map((field) => `${section}.${field}`)
      : [section],
  );
  const others = places.filter((place) => ![...KNOWN, ...names].includes(place));
  return [
    ...files.filter((file) => file !== logo).map(({ name }) => name),
    ...new Set(others.map((place) => NAMES[place] ?? place)),
  ];
}
