package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * One customer's account at one service. Ids are valid only within one account, so every id and reference carries its
 * account, and two references are equal only if their accounts are.
 *
 * <p>Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class Account {
    Account() {}

    /**
     * Returns an account.
     *
     * @param service where the account is
     * @param name what distinguishes it from other accounts of that service, such as {@code acme.teamwork.com};
     *     never a credential
     * @throws InvalidInputException if the name is blank
     */
    public static Account of(Service service, String name) {
        return new AutoValue_Account(service, Inputs.notBlank("account", name));
    }

    /** Returns the service of the account. */
    public abstract Service service();

    /**
     * Returns what distinguishes the account from others of its service. The clients here use the host and path;
     * Codebase puts its account name and an {@code @} before them.
     */
    public abstract String name();

    /** Returns {@code service:name}. */
    @Override
    public final String toString() {
        return service() + ":" + name();
    }
}
