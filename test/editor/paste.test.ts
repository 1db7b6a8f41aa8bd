// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/document/lines.ts'
import { pastedLines, plainLines } from '../../src/editor/pasted-lines.ts'

/** Lines in short: kind, level, text with **bold**, _italic_ and [links](…). */
const reduced = (html: string): string[] => {
  const page = document.implementation.createHTMLDocument()
  page.body.innerHTML = html
  return pastedLines(page.body).map(short)
}

const short = ({ kind, level, runs }: Line): string => {
  const sign = { paragraph: '', heading: '#', bullet: '-', numbered: '1.' }[kind]
  const said = runs.map(({ text, marks }) => {
    const slanted = marks.italic ? `_${text}_` : text
    const strong = marks.bold ? `**${slanted}**` : slanted
    return marks.link ? `[${strong}](${marks.link})` : strong
  })
  return `${sign}${kind === 'paragraph' ? '' : level > 1 ? `${level} ` : ' '}${said.join('')}`
}

describe('what is pasted', () => {
  it('from Word keeps headings, emphasis, lists with their levels, and nothing of its styles', () => {
    expect(
      reduced(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->
<h1><span style='mso-bidi-font-family:Calibri'>Ausgangs&shy;lage<o:p></o:p></span></h1>
<p class=MsoNormal>Jede <b>dritte</b> Person in
Lauterbr&uuml;ck <i style='mso-bidi-font-style:normal'>engagiert</i>&nbsp;sich.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Sport<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Fußball<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Zuerst<o:p></o:p></p>
<!--EndFragment--></body></html>`),
    ).toEqual([
      '# Ausgangslage',
      'Jede **dritte** Person in Lauterbrück _engagiert_ sich.',
      '- Sport',
      '-2 Fußball',
      '1. Zuerst',
    ])
  })

  it('from LibreOffice keeps paragraphs inside list items as list lines and tables as rows', () => {
    expect(
      reduced(`<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><style type="text/css">p { line-height: 115% }</style>
<h2 class="western">Zeitplan</h2>
<ul><li><p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3"><b>Januar</b>: Auftakt</font></font></p></li>
<li><p style="margin-bottom: 0cm">Februar</p><ol><li><p>Rat</p></li></ol></li></ul>
<table width="100%" cellpadding="4"><col width="128*"/><tr><td><p>Ort</p></td><td><p>Einwohner</p></td></tr><tr><td><p>Lauterbrück</p></td><td><p>23.418</p></td></tr></table>
<p><br/><br/></p>`),
    ).toEqual([
      '# Zeitplan',
      '- **Januar**: Auftakt',
      '- Februar',
      '1.2 Rat',
      'Ort · Einwohner',
      'Lauterbrück · 23.418',
    ])
  })

  it('from Google Docs is not bold all over and reads weights and slants from styles', () => {
    expect(
      reduced(
        `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">Wir </span><span style="font-weight:700;font-style:italic;white-space:pre-wrap;">wollen</span><span style="font-weight:400;"> mehr.</span></p><br><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p role="presentation"><span>Eins</span></p></li><ul><li aria-level="2"><p role="presentation"><span>Zwei</span></p></li></ul></ul></b>`,
      ),
    ).toEqual(['Wir **_wollen_** mehr.', '- Eins', '-2 Zwei'])
  })

  it('from a web page drops what cannot be read and keeps only safe links', () => {
    expect(
      reduced(`<div><script>alert(1)</script><style>p{}</style><p onclick="x()">Mehr <a href="https://a.example/x">dort</a>, <a href="javascript:alert(1)">nicht</a> <a href="http://b.example">hier</a>.</p>
<img src="https://tracker.example/p.gif" alt="x"><p hidden>geheim</p><p style="display: none">auch</p>erste<br>zweite<blockquote>Zitat</blockquote><!-- nichts --></div>`),
    ).toEqual(['Mehr [dort](https://a.example/x), nicht hier.', 'erste', 'zweite', 'Zitat'])
  })

  it('has no hard, zero-width or control characters and no half characters, and keeps emoji together', () => {
    expect(reduced('<p>a\u00a0b\u200bc\ufeffd\u00ade\u0007f 👩‍👧 \ud83d.</p>')).toEqual(['a bcdef 👩‍👧 .'])
  })

  it('survives nesting deeper than any office writes', () => {
    expect(reduced(`${'<div>'.repeat(400)}tief`)).toEqual(['tief'])
  })

  it('as plain text makes a paragraph of each line', () => {
    expect(plainLines('Eins\r\n\r\nZwei\u00a0drei\n').map(short)).toEqual(['Eins', 'Zwei drei'])
  })
})
