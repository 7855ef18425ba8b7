package dev.hourbridge.model.spi;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;
import java.util.regex.Pattern;

/**
 * Resolves references and ids of the common model for one account. Immutable.
 *
 * @param account the account of the client
 */
public record AccountReferences(Account account) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * Returns the text of an id.
     *
     * @param field the name of the field, for the exception
     * @param owner the account of the reference
     * @param id the id in the reference
     * @throws InvalidInputException if the reference belongs to another account
     */
    public String text(String field, Account owner, String id) {
        if (!owner.equals(account)) {
            throw new InvalidInputException(
                    field, "a reference of the account " + owner, "use one of " + account + "; map it first");
        }
        return id;
    }

    /**
     * Returns the number of an id.
     *
     * @throws InvalidInputException if the reference belongs to another account, or its id is not a whole number from 1 with
     *     at most 18 digits
     */
    public long number(String field, Account owner, String id) {
        return number(field, text(field, owner, id));
    }

    /**
     * Returns the number that a text is.
     *
     * @throws InvalidInputException if it is not a whole number from 1 with at most 18 digits
     */
    public static long number(String field, String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw new InvalidInputException(
                    field, "an id that is not a whole number of 1 or more", "give the id that the service shows");
        }
        return Long.parseLong(id);
    }

    /**
     * Returns the id.
     *
     * @throws InvalidInputException if it is below 1
     */
    public static long checkId(String field, long id) {
        if (id < 1) {
            throw new InvalidInputException(field, "a number below 1", "give the id that the service shows");
        }
        return id;
    }
}
