package dev.hourbridge.livetimer;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;

/** Takes references of the common model apart, and only those of one account. */
final class References {
    private final Account account;

    References(Account account) {
        this.account = account;
    }

    /** The number of what is referred to. */
    long id(String field, Account owner, String id) {
        if (!owner.equals(account)) {
            throw new InvalidInputException(field, "a reference of another account", "give one of " + account);
        }
        return Ids.parse(field, id);
    }
}
