// The program printed what the page shows.
context.get('simulator').close()
assert new File(basedir, 'build.log').getText('UTF-8').contains(context.get('printed'))
true
