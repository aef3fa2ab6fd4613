// Tabs of the same browser talk to each other: the wall follows the room, a scanned code finds it. Nothing is stored.
// A tab that was duplicated has the same room and takes the code as well: whichever of them people go on with, nobody
// is missing there.

const CHANNEL = "integration-vor-ort:werkstatt";

/**
 * @typedef {{art: "wer-ist-da"}|{art: "zustand", room: import("./types.mjs").Werkstatt}
 *   |{art: "code", adresse: string}|{art: "angenommen", text: string}} Message
 */

export class Tabs {
  #channel;

  /** @param {(message: Message) => void} hear */
  constructor(hear) {
    this.#channel = "BroadcastChannel" in window ? new BroadcastChannel(CHANNEL) : null;
    this.#channel?.addEventListener("message", ({ data }) => hear(data));
  }

  /** @param {Message} message */
  say(message) {
    this.#channel?.postMessage(message);
  }
}
