const CHARACTER = 9
const MARGIN = 12
const ROW = 90
const BOX = 34

/** Draws the arrows of a Mermaid diagram, `a --> b`, as SVG: each box is above those that it points to. */
export function diagram(text) {
  const arrows = [...text.matchAll(/^\s*(\S+) --> (\S+)$/gm)].map(([, from, to]) => ({ from, to }))
  const names = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))]
  const height = name => Math.max(0, ...arrows.filter(arrow => arrow.from === name).map(arrow => height(arrow.to) + 1))
  const rows = []
  for (const name of names) {
    (rows[height(name)] ??= []).push(name)
  }
  rows.reverse()

  const boxWidth = name => name.length * CHARACTER + 2 * MARGIN
  const rowWidth = row => row.reduce((sum, name) => sum + boxWidth(name) + 2 * MARGIN, 0)
  const width = Math.max(...rows.map(rowWidth))
  const boxes = {}
  rows.forEach((row, index) => {
    const gap = (width - rowWidth(row)) / row.length
    let left = gap / 2 + MARGIN
    for (const name of row) {
      boxes[name] = { left, middle: left + boxWidth(name) / 2, top: index * ROW + MARGIN }
      left += boxWidth(name) + 2 * MARGIN + gap
    }
  })

  const lines = arrows.map(({ from, to }) =>
    `<line x1="${boxes[from].middle}" y1="${boxes[from].top + BOX}" x2="${boxes[to].middle}" y2="${boxes[to].top}"/>`)
  const shapes = names.map(name =>
    `<rect x="${boxes[name].left}" y="${boxes[name].top}" width="${boxWidth(name)}" height="${BOX}" rx="6"/>`
    + `<text x="${boxes[name].middle}" y="${boxes[name].top + 22}">${name}</text>`)
  return `<div class="diagram"><svg viewBox="0 0 ${width} ${(rows.length - 1) * ROW + BOX + 2 * MARGIN}" role="img">`
    + `<title>Modules and their dependencies</title>${lines.join('')}${shapes.join('')}</svg></div>\n`
}
