package consumer

import dev.hourbridge.model.TimeEntryQuery
import dev.hourbridge.simulators.Fault
import dev.hourbridge.simulators.Requests
import dev.hourbridge.simulators.teamwork.TeamworkSimulator
import dev.hourbridge.teamwork.TeamworkClient
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

fun main() {
    TeamworkSimulator.start().use { service ->
        service.seed(1, 1_000)
        TeamworkClient.builder().baseUrl(service.url().toString()).apiKey(service.apiKey()).zone(service.zone()).build()
            .use { teamwork ->
                readsAll(teamwork)
                requestsNoPageThatIsNotCollected(service, teamwork)
                cancelsARequestWithoutResponse(service, teamwork)
            }
    }
    println("The flow works, with Kotlin ${KotlinVersion.CURRENT}.")
}

private fun readsAll(teamwork: TeamworkClient) = runBlocking {
    val read = teamwork.entries(TimeEntryQuery.all()).count()
    val listed = teamwork.list(TimeEntryQuery.all()).count()
    check(read > 500 && read == listed) { "$read of $listed entries" } // more than one page
}

private fun requestsNoPageThatIsNotCollected(service: TeamworkSimulator, teamwork: TeamworkClient) = runBlocking {
    service.requests().clear()
    teamwork.entries(TimeEntryQuery.all()).take(3).count()
    check(service.requests().count() == 1L) { service.requests().countsByOperation() }
}

private fun cancelsARequestWithoutResponse(service: TeamworkSimulator, teamwork: TeamworkClient) = runBlocking {
    service.requests().clear()
    service.faults().next(Requests.any(), Fault.held()) // until the simulator is closed
    val reading = launch { teamwork.entries(TimeEntryQuery.all()).count() }
    while (service.requests().count() == 0L) {
        yield()
    }
    reading.cancelAndJoin() // returns at once, since the call was cancelled
    check(reading.isCancelled)
}
