// The pages of the site in reading order. The build fails when a file of docs/ is not listed here.
export const groups = [
  ['Start', [
    ['Overview', 'README.md'],
    ['Getting started', 'docs/getting-started.md'],
    ['Compatibility', 'docs/compatibility.md'],
    ['Why not …', 'docs/why-not.md'],
  ]],
  ['Java', [
    ['Clients', 'docs/clients.md'],
    ['Codebase', 'docs/vendors/codebase.md'],
    ['Teamwork', 'docs/vendors/teamwork.md'],
    ['TeamPulse', 'docs/vendors/teampulse.md'],
    ['LiveTimer', 'docs/vendors/livetimer.md'],
    ['Inside applications', 'docs/applications.md'],
    ['Testing with simulators', 'docs/simulators.md'],
    ['Migrating in Java', 'docs/migrating-in-java.md'],
  ]],
  ['Moving hours', [
    ['Migrating', 'docs/migrating.md'],
    ['Cutover', 'docs/migrating.md#6-cutover-carry-over-later-changes'],
    ['Mapping', 'docs/mapping.md'],
    ['Archive', 'docs/archive.md'],
    ['Configuration', 'docs/configuration.md'],
    ['Scripting', 'docs/scripting.md'],
    ['Troubleshooting', 'docs/troubleshooting.md'],
  ]],
  ['Data engineering', [
    ['Kafka Connect', 'docs/kafka-connect.md'],
  ]],
  ['Why trust it', [
    ['Comparison', 'docs/comparison.md'],
    ['Reliability', 'docs/reliability.md'],
    ['Performance', 'docs/performance.md'],
    ['Evidence', 'docs/evidence.md'],
    ['Fuzzing', 'docs/fuzzing.md'],
    ['Security', 'SECURITY.md'],
  ]],
  ['Project', [
    ['Decisions', 'docs/decisions/README.md'],
    ['Architecture', 'ARCHITECTURE.md'],
    ['Contributing', 'CONTRIBUTING.md'],
    ['Changelog', 'CHANGELOG.md'],
  ]],
]

/** The name of a page on the site: a README is the index of its folder. */
export const pageName = file => file.replace(/(^|\/)README\.md$/, '$1index.md')

/** The anchor of a heading, as repositories show it: the links of the pages are written for both. */
export const slugify = heading => heading.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-')
