package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.model.EntryField;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldDifferencesTest {
    @Test
    void areReadBackWhateverAServiceWroteIntoAName() {
        FieldDifference odd =
                FieldDifference.of(EntryField.ACTIVITY, Optional.of("Call\u001e\u001fout"), Optional.of("\u001eDesk"));
        FieldDifference plain = FieldDifference.of(EntryField.TASK, Optional.empty(), Optional.of("10"));

        assertThat(FieldDifferences.fromText(FieldDifferences.toText(List.of(odd, plain))))
                .containsExactly(
                        FieldDifference.of(EntryField.ACTIVITY, Optional.of("Call  out"), Optional.of(" Desk")), plain);
    }
}
