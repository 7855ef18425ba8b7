// The pages of the site in reading order. The build fails when a file of docs/ is not listed here.
export const groups = [
  ['Start', [
    ['Overview', 'README.md'],
    ['Clients', 'docs/clients.md'],
    ['Testing with simulators', 'docs/simulators.md'],
    ['Inside applications', 'docs/applications.md'],
    ['Kafka Connect', 'docs/kafka-connect.md'],
  ]],
  ['Services', [
    ['Codebase', 'docs/vendors/codebase.md'],
    ['Teamwork', 'docs/vendors/teamwork.md'],
    ['TeamPulse', 'docs/vendors/teampulse.md'],
    ['LiveTimer', 'docs/vendors/livetimer.md'],
  ]],
  ['Moving hours', [
    ['Migrating', 'docs/migrating.md'],
    ['Configuration', 'docs/configuration.md'],
    ['Archive', 'docs/archive.md'],
    ['Scripting', 'docs/scripting.md'],
    ['Troubleshooting', 'docs/troubleshooting.md'],
  ]],
  ['Evidence', [
    ['Reliability', 'docs/reliability.md'],
    ['Performance', 'docs/performance.md'],
    ['Evidence', 'docs/evidence.md'],
    ['Fuzzing', 'docs/fuzzing.md'],
    ['Security', 'SECURITY.md'],
  ]],
  ['Project', [
    ['Changelog', 'CHANGELOG.md'],
    ['Architecture', 'ARCHITECTURE.md'],
    ['Contributing', 'CONTRIBUTING.md'],
    ['Decisions', 'docs/decisions/README.md'],
  ]],
]

/** The name of a page on the site: a README is the index of its folder. */
export const pageName = file => file.replace(/(^|\/)README\.md$/, '$1index.md')
