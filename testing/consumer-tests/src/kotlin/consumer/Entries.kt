package consumer

import dev.hourbridge.model.CallInterruptedException
import dev.hourbridge.model.TimeEntry
import dev.hourbridge.model.TimeEntryQuery
import dev.hourbridge.model.TimeTracker
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.runInterruptible

/** Runs a call of a client. Cancellation of the coroutine cancels the request. */
suspend fun <T> cancellable(call: () -> T): T = runInterruptible(Dispatchers.IO) {
    try {
        call()
    } catch (e: CallInterruptedException) {
        throw InterruptedException(e.message) // which runInterruptible turns into a CancellationException
    }
}

/** A list as a flow: a page is requested when the collector gets there. */
fun TimeTracker.entries(query: TimeEntryQuery): Flow<TimeEntry> = flow {
    list(query).iterator().use { entries ->
        while (cancellable { entries.hasNext() }) {
            emit(entries.next())
        }
    }
}
