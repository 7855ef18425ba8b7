package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * A customer's account with a service. Ids are valid only within one account, so every id and reference includes its
 * account. Two references are equal only if their accounts are equal.
 *
 * <p>Immutable and thread-safe.
 */
@AutoValue
public abstract class Account {
    Account() {}

    /**
     * Returns an account.
     *
     * @param service the service that the account belongs to
     * @param name the name that distinguishes it from other accounts of that service, such as {@code
     *     acme.teamwork.com}; never a credential
     * @throws InvalidInputException if the name is blank
     */
    public static Account of(Service service, String name) {
        return new AutoValue_Account(service, Inputs.notBlank("account", name));
    }

    /** Returns the service of the account. */
    public abstract Service service();

    /**
     * Returns the name that distinguishes the account from other accounts of its service. The clients in this SDK use
     * the host and path; the Codebase client prefixes them with the account name and an {@code @}.
     */
    public abstract String name();

    /** Returns {@code service:name}. */
    @Override
    public final String toString() {
        return service() + ":" + name();
    }
}
