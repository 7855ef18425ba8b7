package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;

/** A value of the filters {@code clients} and {@code tasks}: a keyword or an id. Immutable and thread-safe. */
@AutoValue
public abstract class ItemTerm {
    /** Entries with no item. */
    public static final ItemTerm NONE = new AutoValue_ItemTerm("none");

    /** Entries with any active item. */
    public static final ItemTerm ACTIVE = new AutoValue_ItemTerm("active");

    /** Entries with any inactive item. */
    public static final ItemTerm INACTIVE = new AutoValue_ItemTerm("inactive");

    ItemTerm() {}

    /**
     * Returns a term for one id.
     *
     * @param id 1 or more
     * @throws dev.hourbridge.model.InvalidInputException if the id is less than 1
     */
    public static ItemTerm id(long id) {
        return new AutoValue_ItemTerm(Ids.text("id", id));
    }

    abstract String wire();

    /** Returns the keyword or id as it is sent. */
    @Override
    public final String toString() {
        return wire();
    }
}
