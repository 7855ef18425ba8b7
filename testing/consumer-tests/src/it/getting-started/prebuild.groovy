// Writes the POM and the program of docs/getting-started.md as the page asks for it, and starts the service that the program calls.
import dev.hourbridge.simulators.teamwork.TeamworkSimulator
import java.time.Year

def page = new File(basedir, '../../../../../docs/getting-started.md').getText('UTF-8')

def block(page, before) {
    def found = page =~ "(?s)${before}\n```\\w+\n(.*?)```"
    assert found.find() : "the page has no block after ${before}"
    found.group(1)
}

def goals = new File(basedir, 'invoker.properties').readLines().find { it.startsWith('invoker.goals') }.split(' = ')[1]
assert page.contains("mvn -q ${goals}\n")
assert page.contains('./hourbridge simulate --port 8080 --year 2024\n')

// The same entries as those of that command.
def simulator = TeamworkSimulator.start()
simulator.seed(1, 100, Year.of(2024))
context.put('simulator', simulator)
context.put('printed', block(page, "mvn -q ${goals}\n```\n"))

new File(basedir, 'pom.xml').setText(block(page, '<!-- file: pom.xml -->'), 'UTF-8')
def program = block(page, '<!-- program -->')
assert program.contains('"http://127.0.0.1:8081"') && program.contains("\"${simulator.apiKey()}\"")
def source = new File(basedir, 'src/main/java/Hours.java')
source.parentFile.mkdirs()
source.setText(program.replace('http://127.0.0.1:8081', simulator.url().toString()), 'UTF-8')
true
