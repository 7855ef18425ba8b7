package dev.hourbridge.teampulse;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;
import java.util.regex.Pattern;

/** TeamPulse's numbers. */
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

    /** The id of a reference, which must be of our account. */
    static String own(String field, Account ours, Account account, String id) {
        if (!account.equals(ours)) {
            throw new InvalidInputException(
                    field, "a reference of the account " + account, "give one of " + ours + "; map it first");
        }
        return id;
    }

    /** The number of a reference, which must be of our account. */
    static long number(String field, Account ours, Account account, String id) {
        if (!NUMBER.matcher(own(field, ours, account, id)).matches()) {
            throw new InvalidInputException(
                    field, "an id that is not a whole number from 1", "give the id that TeamPulse shows");
        }
        return Long.parseLong(id);
    }
}
