package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * One customer's account at one service. Ids mean something only within it, so every id and
 * reference carries its account, and two references are equal only if their accounts are.
 *
 * <p>Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class Account {
    Account() {}

    /**
     * An account.
     *
     * @param service where the account is
     * @param name what tells it from other accounts of that service, such as {@code acme.teamwork.com};
     *     never a credential
     * @throws InvalidInputException if the name is blank
     */
    public static Account of(Service service, String name) {
        return new AutoValue_Account(service, Inputs.notBlank("account", name));
    }

    /** Where the account is. */
    public abstract Service service();

    /** What tells the account from others of its service: for the clients here the host and path, for Codebase with its name before an {@code @}. */
    public abstract String name();

    /** {@code service:name}. */
    @Override
    public final String toString() {
        return service() + ":" + name();
    }
}
