package dev.hourbridge.cli;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds classes of a package each of which depends on each of the others. A nested class counts as the outer one. */
final class Knots {
    private Knots() {}

    /** The names of the classes in the largest knot of a package; classes of tests and generated ones do not count. */
    static Set<String> largest(JavaClasses classes, String packageName) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass each : classes) {
            if (isOf(each, packageName)) {
                Set<String> targets = arrows.computeIfAbsent(outer(each), name -> new TreeSet<>());
                for (Dependency arrow : each.getDirectDependenciesFromSelf()) {
                    JavaClass target = arrow.getTargetClass().getBaseComponentType();
                    if (isOf(target, packageName)) {
                        targets.add(outer(target));
                    }
                }
            }
        }
        Map<String, Set<String>> reached = new TreeMap<>();
        arrows.keySet().forEach(name -> reached.put(name, reachedFrom(name, arrows)));
        return reached.entrySet().stream()
                .map(each -> {
                    Set<String> knot = new TreeSet<>(each.getValue());
                    knot.removeIf(
                            other -> !reached.getOrDefault(other, Set.of()).contains(each.getKey()));
                    return knot;
                })
                .max(Comparator.comparingInt(Set::size))
                .orElseThrow();
    }

    private static Set<String> reachedFrom(String start, Map<String, Set<String>> arrows) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(start));
        while (!next.isEmpty()) {
            for (String target : arrows.getOrDefault(next.pop(), Set.of())) {
                if (reached.add(target)) {
                    next.push(target);
                }
            }
        }
        return reached;
    }

    private static boolean isOf(JavaClass each, String packageName) {
        return each.getPackageName().equals(packageName)
                && !outer(each).startsWith("AutoValue_")
                && !outer(each).startsWith("package-info")
                && each.getSource()
                        .filter(source -> source.getUri().toString().contains("/test"))
                        .isEmpty();
    }

    private static String outer(JavaClass each) {
        String name = each.getName().substring(each.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
