package dev.hourbridge.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the house is built. Arrows point up:
 *
 * <pre>
 * model            the values and the TimeTracker port        knows nobody
 * http             transport, retries, limits, wire formats   knows the model
 * a client         one service each                           knows http and the model, never another client
 * simulators       the services as fakes                      know none of the above
 * migration        plan, apply, verify, undo                  knows the model and its database, no service
 * cli              the command                                knows everybody
 * </pre>
 */
final class ArchitectureTest {
    private static final String MODEL = "dev.hourbridge.model..";
    private static final String HTTP = "dev.hourbridge.http..";
    private static final String HTTP_INTERNAL = "dev.hourbridge.http.internal..";
    private static final String MIGRATION = "dev.hourbridge.migration..";
    private static final String MIGRATION_LEDGER = "dev.hourbridge.migration.internal.sqlite..";
    private static final String MIGRATION_INTERNAL = "dev.hourbridge.migration.internal.";
    private static final DescribedPredicate<JavaClass> IS_STEP = resideInAPackage("dev.hourbridge.migration")
            .and(not(modifier(JavaModifier.PUBLIC)))
            .as("classes of the steps");
    private static final String SIMULATORS = "dev.hourbridge.simulators..";
    private static final String[] CLIENTS = {
        "dev.hourbridge.codebase..",
        "dev.hourbridge.teamwork..",
        "dev.hourbridge.teampulse..",
        "dev.hourbridge.livetimer.."
    };
    private static final String[] JDK = {"java..", "javax.."};
    private static final String JSPECIFY = "org.jspecify..";
    private static final String JACKSON_ANNOTATION = "com.fasterxml.jackson.annotation..";
    private static final String AUTO_VALUE = "com.google.auto.value..";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.hourbridge");

    @Test
    void theModelKnowsNobody() {
        classes()
                .that()
                .resideInAPackage(MODEL)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", MODEL, JSPECIFY, AUTO_VALUE, JACKSON_ANNOTATION))
                .check(HOUSE);
    }

    @Test
    void httpKnowsTheModelAndItsLibraries() {
        classes()
                .that()
                .resideInAPackage(HTTP)
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("dev.hourbridge..")).or(resideInAnyPackage(HTTP, MODEL)))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codebase", "teamwork", "teampulse", "livetimer"})
    void aClientKnowsNoOtherClient(String service) {
        String own = "dev.hourbridge." + service + "..";
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("dev.hourbridge..")).or(resideInAnyPackage(own, HTTP, MODEL)))
                .check(HOUSE);
    }

    @Test
    void simulatorsShareNoCodeWithTheClients() {
        classes()
                .that()
                .resideInAPackage(SIMULATORS)
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("dev.hourbridge..")).or(resideInAPackage(SIMULATORS)))
                .check(HOUSE);
    }

    @Test
    void theFaceOfTheSimulatorsKnowsNobody() {
        classes()
                .that()
                .resideInAPackage("dev.hourbridge.simulators")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "dev.hourbridge.simulators", JSPECIFY, AUTO_VALUE))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codebase", "teamwork", "teampulse", "livetimer"})
    void aSimulatorKnowsNoOtherAndTheSharedServerKnowsNone(String service) {
        String own = SIMULATORS.replace("..", "." + service + "..");
        noClasses()
                .that(resideInAPackage(SIMULATORS).and(not(resideInAPackage(own))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(own)
                .check(HOUSE);
    }

    @Test
    void migrationKnowsTheModelAndItsDatabaseOnly() {
        classes()
                .that()
                .resideInAPackage(MIGRATION)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", MIGRATION, MODEL, "org.sqlite..", JSPECIFY, AUTO_VALUE))
                .check(HOUSE);
    }

    @Test
    void sqlIsInTheLedgerOnly() {
        noClasses()
                .that(resideInAPackage(MIGRATION).and(not(resideInAPackage(MIGRATION_LEDGER))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."))
                .check(HOUSE);
    }

    /** Each uses those above it only; the steps in {@code migration} use all of them. */
    @Test
    void theLayersOfTheMigrationPointUp() {
        List<String> layers = List.of("mapping", "entry", "sqlite", "context", "target", "create", "change");
        for (int i = 0; i < layers.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(MIGRATION_INTERNAL + layers.get(i))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(layers.subList(i + 1, layers.size()).stream()
                                    .map(MIGRATION_INTERNAL::concat)
                                    .toArray(String[]::new))
                            .or(IS_STEP))
                    .check(HOUSE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migration",
                "migration.internal.sqlite",
                "migration.internal.mapping",
                "migration.internal.entry",
                "migration.internal.context",
                "migration.internal.target",
                "migration.internal.create",
                "migration.internal.change",
                "cli",
                "http.internal",
                "http.internal.xml",
                "cli.config",
                "cli.report"
            })
    void noLargeKnotOfClassesInAPackage(String name) {
        assertThat(Knots.largest(HOUSE, "dev.hourbridge." + name)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void theInsideOfHttpIsOpenToTheClientsOnly() {
        noClasses()
                .that(resideInAPackage("dev.hourbridge..")
                        .and(not(resideInAPackage(HTTP)))
                        .and(not(resideInAnyPackage(CLIENTS))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HTTP_INTERNAL)
                .check(HOUSE);
    }

    @Test
    void noPublicSignatureShowsALibrary() {
        classes()
                .that(resideInAPackage(MODEL)
                        .or(resideInAPackage(MIGRATION))
                        .or(resideInAPackage(SIMULATORS).and(not(resideInAPackage("..internal.."))))
                        .or(resideInAnyPackage(CLIENTS))
                        .or(resideInAPackage(HTTP).and(not(resideInAPackage(HTTP_INTERNAL)))))
                .and()
                .arePublic()
                .should(showOnly(JDK))
                .check(HOUSE);
    }

    /** The exceptions: a user's own OkHttpClient in {@code HttpOptions}, and the registry of the optional metrics. */
    private static ArchCondition<JavaClass> showOnly(String[] jdk) {
        Set<String> exceptions = Set.of(
                "dev.hourbridge.http.HttpOptions.okHttpClient()",
                "dev.hourbridge.http.HttpOptions$Builder.okHttpClient(okhttp3.OkHttpClient)",
                "dev.hourbridge.http.metrics.MicrometerListener.<init>(io.micrometer.core.instrument.MeterRegistry)");
        return new ArchCondition<>(
                "show no library in a public signature, HttpOptions.okHttpClient and MicrometerListener excepted") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaMember member : item.getMembers()) {
                    if (isVisible(member) && !exceptions.contains(member.getFullName())) {
                        for (JavaClass shown : shown(member)) {
                            if (!isOursOrJdk(shown)) {
                                events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " shows " + shown.getFullName()));
                            }
                        }
                    }
                }
            }

            private boolean isOursOrJdk(JavaClass shown) {
                JavaClass base = shown.getBaseComponentType();
                return base.isPrimitive()
                        || resideInAnyPackage(jdk).test(base)
                        || (resideInAPackage("dev.hourbridge..").test(base)
                                && !resideInAPackage(HTTP_INTERNAL).test(base));
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Set<JavaClass> shown(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getType().getAllInvolvedRawTypes();
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        Set<JavaClass> shown = unit.getParameterTypes().stream()
                .flatMap(each -> each.getAllInvolvedRawTypes().stream())
                .collect(Collectors.toSet());
        shown.addAll(unit.getReturnType().getAllInvolvedRawTypes());
        shown.addAll(unit.getExceptionTypes());
        return shown;
    }
}
