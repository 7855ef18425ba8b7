package dev.hourbridge.livetimer;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;

/** Resolves references of the common model, of one account only. */
final class References {
    private final Account account;

    References(Account account) {
        this.account = account;
    }

    /** Returns the number of the referenced object. */
    long id(String field, Account owner, String id) {
        if (!owner.equals(account)) {
            throw new InvalidInputException(field, "a reference of another account", "use one of " + account);
        }
        return Ids.parse(field, id);
    }
}
