package dev.hourbridge.resilience.fuzz;

import java.util.Locale;

/** A reader of bytes from elsewhere, and what holds whatever they are. */
enum Reader {
    CODEBASE_LIST,
    CODEBASE_ENTRY,
    CODEBASE_CREATED,
    CODEBASE_ERROR,
    TEAMWORK_LIST,
    TEAMWORK_ENTRY,
    TEAMWORK_CREATED,
    TEAMWORK_TOTALS,
    TEAMWORK_ERROR,
    TEAMWORK_HEADERS,
    TEAMPULSE_LIST,
    TEAMPULSE_ENTRY,
    TEAMPULSE_CREATED,
    TEAMPULSE_WORK_TYPES,
    TEAMPULSE_ERROR,
    TEAMPULSE_CHALLENGE,
    TEAMPULSE_TOKEN,
    LIVETIMER_LIST,
    LIVETIMER_ENTRY,
    LIVETIMER_CREATED,
    LIVETIMER_SUMMARY,
    LIVETIMER_ERROR,
    NOTES,
    DATES,
    PAGE_TOKENS,
    TRAILERS,
    TRAILER_VALUES,
    CONFIGURATION,
    REJECTS,
    ARCHIVE,
    LEDGER;

    /** Reads; throws whatever breaks a rule. */
    void read(byte[] bytes) {
        switch (this) {
            case CODEBASE_LIST -> CodebaseReaders.list(bytes);
            case CODEBASE_ENTRY -> CodebaseReaders.entry(bytes);
            case CODEBASE_CREATED -> CodebaseReaders.created(bytes);
            case CODEBASE_ERROR -> CodebaseReaders.error(bytes);
            case TEAMWORK_LIST -> TeamworkReaders.list(bytes);
            case TEAMWORK_ENTRY -> TeamworkReaders.entry(bytes);
            case TEAMWORK_CREATED -> TeamworkReaders.created(bytes);
            case TEAMWORK_TOTALS -> TeamworkReaders.totals(bytes);
            case TEAMWORK_ERROR -> TeamworkReaders.error(bytes);
            case TEAMWORK_HEADERS -> TeamworkReaders.headers(bytes);
            case TEAMPULSE_LIST -> TeamPulseReaders.list(bytes);
            case TEAMPULSE_ENTRY -> TeamPulseReaders.entry(bytes);
            case TEAMPULSE_CREATED -> TeamPulseReaders.created(bytes);
            case TEAMPULSE_WORK_TYPES -> TeamPulseReaders.workTypes(bytes);
            case TEAMPULSE_ERROR -> TeamPulseReaders.error(bytes);
            case TEAMPULSE_CHALLENGE -> TeamPulseReaders.challenge(bytes);
            case TEAMPULSE_TOKEN -> TeamPulseReaders.token(bytes);
            case LIVETIMER_LIST -> LiveTimerReaders.list(bytes);
            case LIVETIMER_ENTRY -> LiveTimerReaders.entry(bytes);
            case LIVETIMER_CREATED -> LiveTimerReaders.created(bytes);
            case LIVETIMER_SUMMARY -> LiveTimerReaders.summary(bytes);
            case LIVETIMER_ERROR -> LiveTimerReaders.error(bytes);
            case NOTES -> NoteReaders.roundTrip(bytes);
            case DATES -> NoteReaders.dates(bytes);
            case PAGE_TOKENS -> NoteReaders.pageToken(bytes);
            case TRAILERS -> FileReaders.trailer(bytes);
            case TRAILER_VALUES -> TrailerReaders.values(bytes);
            case CONFIGURATION -> FileReaders.configuration(bytes);
            case REJECTS -> FileReaders.rejects(bytes);
            case ARCHIVE -> ArchiveReaders.forged(bytes);
            case LEDGER -> LedgerReaders.changed(bytes);
        }
    }

    /** The name of its folder in the corpus. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
