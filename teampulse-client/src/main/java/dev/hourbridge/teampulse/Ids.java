package dev.hourbridge.teampulse;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;
import java.util.regex.Pattern;

/** TeamPulse's ids: whole numbers from 1. */
final class Ids {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private Ids() {}

    static long check(String field, long id) {
        if (id < 1) {
            throw new InvalidInputException(field, "a number below 1", "give the id that TeamPulse shows");
        }
        return id;
    }

    static String text(String field, long id) {
        return Long.toString(check(field, id));
    }

    /** Returns the id of a reference, which must be of this client's account. */
    static String own(String field, Account ours, Account account, String id) {
        if (!account.equals(ours)) {
            throw new InvalidInputException(
                    field, "a reference of the account " + account, "use one of " + ours + "; map it first");
        }
        return id;
    }

    /** Returns the number of a reference, which must be of this client's account. */
    static long number(String field, Account ours, Account account, String id) {
        if (!NUMBER.matcher(own(field, ours, account, id)).matches()) {
            throw new InvalidInputException(
                    field, "an id that is not a whole number from 1", "give the id that TeamPulse shows");
        }
        return Long.parseLong(id);
    }
}
