// A document that has to fit one page: smaller letters, less space, narrower margins. What is replaced by what.

/** @typedef {[from: string, to: string][]} Changes */

/** @type {Record<string, Changes>} */
const CHANGES = {
  "word/styles.xml": [
    ['<w:sz w:val="22"/><w:lang', '<w:sz w:val="18"/><w:lang'],
    ['w:before="60" w:after="80" w:line="276"', 'w:before="20" w:after="40" w:line="252"'],
    ['<w:sz w:val="26"/>', '<w:sz w:val="21"/>'],
    ['w:before="320" w:after="100"', 'w:before="160" w:after="40"'],
  ],
  "word/document.xml": [
    [
      'w:top="1418" w:right="1418" w:bottom="1418" w:left="1418"',
      'w:top="964" w:right="1134" w:bottom="964" w:left="1134"',
    ],
  ],
  "content.xml": [
    [
      '<style:table-cell-properties fo:padding-top="0.1cm"',
      '<style:table-cell-properties fo:padding-top="0cm"',
    ],
  ],
  "styles.xml": [
    [
      'fo:margin-top="0cm" fo:margin-bottom="0.14cm" fo:line-height="115%"',
      'fo:margin-top="0cm" fo:margin-bottom="0.07cm" fo:line-height="105%"',
    ],
    ['fo:font-size="11pt" fo:language', 'fo:font-size="9pt" fo:language'],
    ['fo:margin-top="0.42cm" fo:margin-bottom="0.18cm"', 'fo:margin-top="0.21cm" fo:margin-bottom="0.07cm"'],
    ['<style:text-properties fo:font-size="13pt"/>', '<style:text-properties fo:font-size="10.5pt"/>'],
    ['fo:margin-top="1.3cm"', 'fo:margin-top="0.5cm"'],
    ['fo:margin-left="2.5cm" fo:margin-right="2.5cm"', 'fo:margin-left="2cm" fo:margin-right="2cm"'],
  ],
};

/**
 * @param {Record<string, string>} parts
 * @returns {Record<string, string>} the parts of a dense document
 * @throws {Error} if a part no longer says what is to be replaced
 */
export function dense(parts) {
  return Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, (CHANGES[name] ?? []).reduce(changed, text)]),
  );
}

/** @param {string} text @param {Changes[0]} change */
function changed(text, [from, to]) {
  if (!text.includes(from)) throw new Error(`${from} is missing`);
  return text.replace(from, to);
}
