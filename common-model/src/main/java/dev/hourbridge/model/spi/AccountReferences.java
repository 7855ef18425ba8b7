package dev.hourbridge.model.spi;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Converts references and ids of the common model for one account. Immutable.
 *
 * @param account the account of the client
 */
public record AccountReferences(Account account) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * Returns an id as text.
     *
     * @param field the name of the field, for the exception
     * @param owner the account of the reference
     * @param id the id in the reference
     * @throws InvalidInputException if the reference belongs to another account
     */
    public String text(String field, Account owner, String id) {
        if (!owner.equals(account)) {
            throw new InvalidInputException(
                    field,
                    "a reference from the account " + owner,
                    "use a reference from " + account + "; map it first");
        }
        return id;
    }

    /**
     * Returns an id as a number.
     *
     * @throws InvalidInputException if the reference belongs to another account, or the id is not a whole number of at
     *     least 1 with at most 18 digits
     */
    public long number(String field, Account owner, String id) {
        return number(field, text(field, owner, id));
    }

    /**
     * Returns the number that a text represents.
     *
     * @throws InvalidInputException if the text is not a whole number of at least 1 with at most 18 digits
     */
    public static long number(String field, String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw new InvalidInputException(
                    field, "an id that is not a whole number of 1 or more", "specify the id that the service shows");
        }
        return Long.parseLong(id);
    }

    /**
     * Checks an id and returns it.
     *
     * @throws InvalidInputException if the id is less than 1
     */
    public static long checkId(String field, long id) {
        if (id < 1) {
            throw new InvalidInputException(field, "a number below 1", "specify the id that the service shows");
        }
        return id;
    }
}
