// QR codes by the camera, where the browser can read them itself. Nothing is recorded or sent.

/** @typedef {{detect: (source: HTMLVideoElement) => Promise<{rawValue: string}[]>}} Detector */

/** The camera of one page: on after a click, off when it is no longer looked at. */
export class Scanner {
  #$video;
  #found;
  /** @type {MediaStream|null} */
  #stream = null;
  #seen = "";

  /** @param {HTMLVideoElement} $video @param {(text: string) => void} found called once for each code in a row */
  constructor($video, found) {
    this.#$video = $video;
    this.#found = found;
    document.addEventListener("visibilitychange", () => document.hidden && this.stop());
    window.addEventListener("pagehide", () => this.stop());
  }

  get isOn() {
    return this.#stream !== null;
  }

  /** Ask for the camera and look until it is switched off. @throws {DOMException} if it is not allowed */
  async start() {
    this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    this.#$video.srcObject = this.#stream;
    this.#$video.hidden = false;
    await this.#$video.play();
    const Detector = /** @type {any} */ (window).BarcodeDetector;
    this.#look(new Detector({ formats: ["qr_code"] }));
  }

  stop() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#seen = "";
    this.#$video.srcObject = null;
    this.#$video.hidden = true;
  }

  /** @param {Detector} detector */
  async #look(detector) {
    while (this.#stream) {
      const [code] = await detector.detect(this.#$video).catch(() => []);
      if (this.#stream && code && code.rawValue !== this.#seen) {
        this.#seen = code.rawValue;
        this.#found(code.rawValue);
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
}
