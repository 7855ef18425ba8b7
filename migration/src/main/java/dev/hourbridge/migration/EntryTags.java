package dev.hourbridge.migration;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;

/** Whether tags can mark rows. */
final class EntryTags {
    private EntryTags() {}

    static boolean areKept(Capabilities target) {
        return target.writable().contains(EntryField.TAGS) && target.readable().contains(EntryField.TAGS);
    }
}
