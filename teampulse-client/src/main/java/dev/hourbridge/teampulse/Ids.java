package dev.hourbridge.teampulse;

import dev.hourbridge.model.spi.AccountReferences;

/** TeamPulse's ids: whole numbers from 1. */
final class Ids {
    private Ids() {}

    static long check(String field, long id) {
        return AccountReferences.checkId(field, id);
    }

    static String text(String field, long id) {
        return Long.toString(check(field, id));
    }
}
