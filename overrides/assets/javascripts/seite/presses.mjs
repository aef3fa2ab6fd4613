// Presses that nobody can have meant.

// Systems count the clicks of a mouse; of two taps these are the milliseconds and pixels between.
const QUICK = 400;
const NEAR = 24;

/**
 * A press may change what lies under the finger. The second one of a double tap would then press what nobody has
 * seen: a step of the next question, the next person of a list. Work just brought back, it would put away again.
 * Keys are not concerned.
 */
export function ignoreUnseen() {
  let [x, y, last, address] = [0, 0, 0, ""];
  /** @type {Element|null|undefined} */
  let $on;
  const under = () => document.elementFromPoint(x, y)?.closest("a, button, label, input, summary");
  const check = (/** @type {PointerEvent} */ event) => {
    if (!event.detail) return;
    const isTwin = event.timeStamp - last < QUICK && Math.hypot(event.x - x, event.y - y) < NEAR;
    const isAgain = event.pointerType === "mouse" ? event.detail > 1 : isTwin;
    last = event.timeStamp;
    // A link is another one where it leads elsewhere; what brings work back brings the other one next.
    if (isAgain && $on && (under() !== $on || `${$on}` !== address || $on.closest("[data-vorher]"))) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    ({ x, y } = event);
    $on = under();
    address = `${$on}`;
  };
  addEventListener("click", check, true);
}
