package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;
import java.util.Optional;

/**
 * The invoice that an entry was billed on. A service may report that an invoice exists without reporting its number.
 * Immutable and thread-safe.
 */
@AutoValue
public abstract class Invoice {
    Invoice() {}

    /**
     * Returns an invoice with the given number.
     *
     * @throws InvalidInputException if the number is blank
     */
    public static Invoice numbered(String number) {
        return new AutoValue_Invoice(Optional.of(Inputs.notBlank("invoice number", number)));
    }

    /** Returns an invoice whose number the service does not report. */
    public static Invoice unnumbered() {
        return new AutoValue_Invoice(Optional.empty());
    }

    /** Returns the service's invoice number. */
    public abstract Optional<String> number();
}
