// Word and OpenDocument need long pieces of XML. They are loaded when the first file is wanted.

/**
 * Save a document as a file.
 * @param {Doc} doc
 * @param {"docx"|"odt"} format
 * @param {string} fileName
 * @returns {Promise<void>} rejected if the writers cannot be loaded
 */
export async function saveDocument(doc, format, fileName) {
  await loadWriters();
  document.dispatchEvent(new CustomEvent("dokument", { detail: { doc, format, fileName } }));
}

/** Load dokument.mjs, or dokument.js in the offline edition, from beside the script of the page. */
function loadWriters() {
  const $page = document.querySelector('script[src*="assets/javascripts/"]');
  const src = $page.src.replace(/[\w-]+(?=\.m?js$)/, "dokument");
  if (document.querySelector(`script[src="${src}"][data-geladen]`)) return undefined;
  const $script = Object.assign(document.createElement("script"), { type: $page.type, src });
  return new Promise((resolve, reject) => {
    $script.addEventListener("error", reject);
    $script.addEventListener("load", () => {
      $script.dataset.geladen = "";
      resolve();
    });
    document.head.append($script);
  });
}
