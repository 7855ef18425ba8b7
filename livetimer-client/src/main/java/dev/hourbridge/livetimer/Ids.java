package dev.hourbridge.livetimer;

import dev.hourbridge.model.spi.AccountReferences;

/** Converts LiveTimer's ids, which are whole numbers of at least 1. */
final class Ids {
    private Ids() {}

    static long check(String field, long id) {
        return AccountReferences.checkId(field, id);
    }

    static String text(String field, long id) {
        return Long.toString(check(field, id));
    }
}
