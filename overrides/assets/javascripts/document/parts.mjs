// The XML of both document formats: whole files, and patterns for their content.
// Data only. The build reads this file too, so every value is a literal without expressions.

export const XML_NAMES = {
  head: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`,
  w: `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`,
  wordType: `application/vnd.openxmlformats-officedocument.wordprocessingml`,
  package: `http://schemas.openxmlformats.org/package/2006`,
  relation: `http://schemas.openxmlformats.org/officeDocument/2006/relationships`,
  odf: `urn:oasis:names:tc:opendocument:xmlns`,
  odtType: `application/vnd.oasis.opendocument.text`,
};

export const DOCX_PARTS = {
  "[Content_Types].xml": `{head}
<Types xmlns="{package}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/word/document.xml" ContentType="{wordType}.document.main+xml"/>
<Override PartName="/word/footer.xml" ContentType="{wordType}.footer+xml"/>
<Override PartName="/word/header.xml" ContentType="{wordType}.header+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{wordType}.numbering+xml"/>
<Override PartName="/word/settings.xml" ContentType="{wordType}.settings+xml"/>
<Override PartName="/word/styles.xml" ContentType="{wordType}.styles+xml"/>
</Types>`,
  "_rels/.rels": `{head}
<Relationships xmlns="{package}/relationships">
<Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>`,
  "docProps/core.xml": `{head}
<p:coreProperties xmlns:p="{package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>de-DE</dc:language></p:coreProperties>`,
  "word/_rels/document.xml.rels": `{head}
<Relationships xmlns="{package}/relationships">
<Relationship Id="r1" Type="{relation}/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="{relation}/numbering" Target="numbering.xml"/>
<Relationship Id="r3" Type="{relation}/settings" Target="settings.xml"/>
<Relationship Id="r4" Type="{relation}/footer" Target="footer.xml"/>
<Relationship Id="r5" Type="{relation}/header" Target="header.xml"/>
</Relationships>`,
  "word/document.xml": `{head}
<w:document {w} xmlns:r="{relation}"><w:body>
{body}<w:sectPr><w:headerReference w:type="default" r:id="r5"/><w:footerReference w:type="default" r:id="r4"/><w:footerReference w:type="first" r:id="r4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/><w:titlePg/></w:sectPr>
</w:body></w:document>`,
  "word/footer.xml": `{head}
<w:ftr {w}><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">Seite </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> von </w:t></w:r><w:fldSimple w:instr="NUMPAGES"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`,
  "word/header.xml": `{head}
<w:hdr {w}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">{header}</w:t></w:r></w:p></w:hdr>`,
  "word/numbering.xml": `{head}
<w:numbering {w}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
{numberings}</w:numbering>`,
  "word/settings.xml": `{head}
<w:settings {w}><w:autoHyphenation/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="de-DE"/></w:settings>`,
  "word/styles.xml": `{head}
<w:styles {w}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="60" w:after="80" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="200"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:pPr><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Heading1"/><w:pPr><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:pPr><w:keepLines/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/><w:pPr><w:keepLines/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:pPr><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="200"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Signature"><w:name w:val="Signature"/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="480" w:after="900"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="SignatureLine"><w:name w:val="Signature Line"/><w:pPr><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="6" w:space="4"/></w:pBdr><w:ind w:right="3400"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:pPr><w:keepNext/><w:spacing w:before="200"/></w:pPr><w:rPr><w:b/><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
</w:styles>`,
};

export const DOCX_PATTERNS = {
  text: `<w:r><w:t xml:space="preserve">{text}</w:t></w:r>`,
  strong: `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>`,
  link: `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "{href}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:color w:val="17337F"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  lineBreak: `</w:t><w:br/><w:t xml:space="preserve">`,
  newPage: `<w:pageBreakBefore/>`,
  heading: `<w:p><w:pPr><w:pStyle w:val="Heading{level}"/>{newPage}</w:pPr>{text}</w:p>
`,
  signature: `<w:p><w:pPr><w:pStyle w:val="Signature"/></w:pPr>{text}</w:p>
<w:p><w:pPr><w:pStyle w:val="SignatureLine"/></w:pPr>{line}</w:p>
`,
  paragraph: `<w:p>{kept}{text}</w:p>
`,
  kept: `<w:pPr><w:keepNext/></w:pPr>`,
  free: ``,
  list: `{items}`,
  item: `<w:p><w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{text}</w:p>
`,
  numbering: `<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
`,
  table: `<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>{caption}</w:p>
<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>
<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>
{rows}</w:tbl>
`,
  column: `<w:gridCol w:w="{width}"/>`,
  columnStyle: ``,
  row: `<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>
`,
  cell: `<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="pct"/></w:tcPr><w:p>{text}</w:p></w:tc>`,
  narrowCell: `<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="pct"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{text}</w:p></w:tc>`,
  darkCell: `<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="pct"/><w:shd w:val="clear" w:color="auto" w:fill="404040"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{text}</w:p></w:tc>`,
};

export const ODT_PARTS = {
  mimetype: `{odtType}`,
  "META-INF/manifest.xml": `{head}
<m:manifest xmlns:m="{odf}:manifest:1.0" m:version="1.3">
<m:file-entry m:full-path="/" m:version="1.3" m:media-type="{odtType}"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>
<m:file-entry m:full-path="meta.xml" m:media-type="text/xml"/>
<m:file-entry m:full-path="styles.xml" m:media-type="text/xml"/>
</m:manifest>`,
  "content.xml": `{head}
<office:document-content xmlns:office="{odf}:office:1.0" xmlns:style="{odf}:style:1.0" xmlns:text="{odf}:text:1.0" xmlns:table="{odf}:table:1.0" xmlns:fo="{odf}:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3">
<office:automatic-styles>{columnStyles}<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style><style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Link" style:family="text"><style:text-properties fo:color="#17337f" style:text-underline-style="solid"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding-top="0.1cm" fo:padding-bottom="0cm" fo:padding-left="0.1cm" fo:padding-right="0.1cm" fo:border="0.5pt solid #000000"/></style:style><style:style style:name="NarrowCell" style:family="table-cell"><style:table-cell-properties fo:padding="0cm" fo:border="0.5pt solid #000000"/></style:style><style:style style:name="DarkCell" style:family="table-cell" style:parent-style-name="NarrowCell"><style:table-cell-properties fo:padding="0cm" fo:border="0.5pt solid #000000" fo:background-color="#404040"/></style:style><style:style style:name="Middle" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/></style:style></office:automatic-styles>
<office:body><office:text>
{body}</office:text></office:body>
</office:document-content>`,
  "meta.xml": `{head}
<office:document-meta xmlns:office="{odf}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><dc:title>{title}</dc:title><dc:language>de-DE</dc:language></office:meta></office:document-meta>`,
  "styles.xml": `{head}
<office:document-styles xmlns:office="{odf}:office:1.0" xmlns:style="{odf}:style:1.0" xmlns:text="{odf}:text:1.0" xmlns:fo="{odf}:xsl-fo-compatible:1.0" office:version="1.3">
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.14cm" fo:line-height="115%" fo:orphans="2" fo:widows="2"/><style:text-properties fo:font-family="Arial" fo:font-size="11pt" fo:language="de" fo:country="DE" fo:hyphenate="true"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.35cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading_20_1" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.42cm" fo:margin-bottom="0.18cm"/><style:text-properties fo:font-size="13pt"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Heading_20_1" style:default-outline-level="3"><style:paragraph-properties fo:margin-top="0.21cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="11pt"/></style:style>
<style:style style:name="Caption" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.21cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="10pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2_Page" style:display-name="Heading 2 Page" style:family="paragraph" style:parent-style-name="Heading_20_2" style:default-outline-level="2"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Kept" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="Item" style:family="paragraph"><style:paragraph-properties fo:keep-together="always"/></style:style>
<style:style style:name="Footer" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Header" style:family="paragraph"><style:text-properties fo:font-size="9pt" fo:hyphenate="false"/></style:style>
<style:style style:name="Signature" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.71cm" fo:margin-bottom="1.6cm" fo:keep-with-next="always" fo:keep-together="always"/></style:style>
<style:style style:name="Signature_20_Line" style:display-name="Signature Line" style:family="paragraph"><style:paragraph-properties fo:margin-right="6cm" fo:padding-top="0.14cm" fo:border-top="0.75pt solid #000000" fo:keep-together="always"/><style:text-properties fo:font-size="9pt"/></style:style>
<text:list-style style:name="ListBullet"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:min-label-width="0.8cm"/></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="ListNumber"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:min-label-width="0.8cm"/></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.3cm" fo:margin-bottom="1.3cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style><style:header-footer-properties fo:min-height="1.2cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1.2cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header><text:p text:style-name="Header">{header}</text:p></style:header><style:header-first><text:p text:style-name="Header"/></style:header-first><style:footer><text:p text:style-name="Footer">Seite <text:page-number>1</text:page-number> von <text:page-count>1</text:page-count></text:p></style:footer><style:footer-first><text:p text:style-name="Footer">Seite <text:page-number>1</text:page-number> von <text:page-count>1</text:page-count></text:p></style:footer-first></style:master-page></office:master-styles>
</office:document-styles>`,
};

export const ODT_PATTERNS = {
  text: `{text}`,
  strong: `<text:span text:style-name="Strong">{text}</text:span>`,
  link: `<text:a xlink:type="simple" xlink:href="{href}"><text:span text:style-name="Link">{text}</text:span></text:a>`,
  lineBreak: `<text:line-break/>`,
  newPage: `_Page`,
  heading: `<text:h text:style-name="Heading_20_{level}{newPage}" text:outline-level="{level}">{text}</text:h>
`,
  signature: `<text:p text:style-name="Signature">{text}</text:p>
<text:p text:style-name="Signature_20_Line">{line}</text:p>
`,
  paragraph: `<text:p text:style-name="{kept}">{text}</text:p>
`,
  kept: `Kept`,
  free: `Standard`,
  list: `<text:list text:style-name="{style}">{items}</text:list>
`,
  item: `<text:list-item><text:p text:style-name="Item">{text}</text:p></text:list-item>
`,
  numbering: ``,
  table: `<text:p text:style-name="Caption">{caption}</text:p>
<table:table>{columns}<table:table-header-rows><table:table-row table:style-name="Row">{header}</table:table-row></table:table-header-rows>
{rows}</table:table>
`,
  column: `<table:table-column table:style-name="Column{share}"/>`,
  columnStyle: `<style:style style:name="Column{share}" style:family="table-column"><style:table-column-properties style:rel-column-width="{share}*"/></style:style>`,
  row: `<table:table-row table:style-name="Row">{cells}</table:table-row>
`,
  cell: `<table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="{style}">{text}</text:p></table:table-cell>`,
  narrowCell: `<table:table-cell table:style-name="NarrowCell" office:value-type="string"><text:p text:style-name="Middle">{text}</text:p></table:table-cell>`,
  darkCell: `<table:table-cell table:style-name="DarkCell" office:value-type="string"><text:p text:style-name="Middle">{text}</text:p></table:table-cell>`,
};
