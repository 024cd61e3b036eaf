package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Sql;

/// What a grant covers as an SQL condition on a type's table: the same answer for a million rows that [Grant#covers] gives for one.
///
/// The persons of departments stand in the statement, as numbers: measured, both engines look them up in a table many times slower, and as parameters PostgreSQL
/// plans without knowing how many they are, H2 compares them one after the other. H2 would gather and sort all documents of many persons by the index on
/// whose they are, where reading in the order of the page finds enough at once: it is kept from that index (measured: 0.2 ms instead of 110 ms for 30 persons
/// of 1,000), unless they have few (see [Rarity]). PostgreSQL weighs both by what it knows of the data.
///
/// `prefix` goes before each column: empty, or an alias and a point.
final class GrantSql {
    /// From so many persons a stretch on, stretches are compared instead of each person.
    private static final int MEAN_STRETCH = 8;
    private static final String NOTHING = "false";
    private static final String EVERYTHING = "true";

    private final DocumentType type;
    private final Grant grant;
    private final String prefix;
    private final Rarity rarity;

    GrantSql(DocumentType type, Grant grant, String prefix, Rarity rarity) {
        this.type = type;
        this.grant = grant;
        this.prefix = prefix;
        this.rarity = rarity;
    }

    Sql condition() {
        if (grant.stages().isEmpty()) {
            return reaching(grant.elsewhere());
        }
        Map<Reach, List<String>> byReach = new TreeMap<>(grant.stages().entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
        Stream<Sql> staged = byReach.entrySet().stream()
                .filter(each -> each.getKey() != Reach.NONE)
                .map(each -> both(Sql.of(prefix + "stage in (" + marks(each.getValue()) + ")", each.getValue().stream().sorted().toArray()), reaching(each.getKey())));
        Stream<Sql> rest = grant.elsewhere() == Reach.NONE ? Stream.of() : Stream.of(both(elsewhere(), reaching(grant.elsewhere())));
        return Stream.concat(staged, rest).reduce((a, b) -> a.then(" or ").then(b)).map(all -> Sql.of("(").then(all).then(")")).orElse(Sql.of(NOTHING));
    }

    private Sql elsewhere() {
        Set<String> named = grant.stages().keySet();
        return Sql.of("(" + prefix + "stage is null or " + prefix + "stage not in (" + marks(named) + "))", named.stream().sorted().toArray());
    }

    private Sql reaching(Reach reach) {
        return switch (reach) {
            case NONE -> Sql.of(NOTHING);
            case OWN -> ownedBy(Set.of());
            case DEPARTMENT -> ownedBy(grant.department());
            case SUBDEPARTMENTS -> ownedBy(grant.below());
            case OPEN -> open().map(open -> Sql.of("(").then(ownedBy(grant.below())).then(" or " + open + ")")).orElseGet(() -> ownedBy(grant.below()));
            case ALL -> Sql.of(EVERYTHING);
        };
    }

    private Sql ownedBy(Set<PersonId> others) {
        List<Long> owners = Stream.concat(others.stream(), grant.person().stream()).map(PersonId::value).distinct().sorted(Comparator.naturalOrder()).toList();
        return switch (owners.size()) {
            case 0 -> Sql.of(NOTHING);
            case 1 -> Sql.of(owner() + " = ?", owners.getFirst());
            default -> among(owners);
        };
    }

    private Sql among(List<Long> owners) {
        String all = owners.stream().map(String::valueOf).collect(Collectors.joining(","));
        List<Stretch> stretches = Stretch.of(owners);
        boolean stretched = stretches.size() <= owners.size() / MEAN_STRETCH;
        String plain = plainOwner() + switch (rarity.engine()) {
            case H2 -> " in (" + all + ")";
            case POSTGRESQL -> " = any ('{" + all + "}'::bigint[])";
        };
        boolean few = type.responsible().isPresent() && rarity.few(type, Sql.of(plain));
        return Sql.of(switch (rarity.engine()) {
            // Kept from the index, unless there is little to gather and sort by it: H2 would take the persons from it one after the other.
            case H2 -> few ? prefix + plain : stretched ? within(stretches, owner() + " + 0") : owner() + " + 0 in (" + all + ")";
            case POSTGRESQL -> few ? prefix + "id = any (array(select few.id from " + Tables.name(type) + " few where few." + plain + "))" : stretched ? within(stretches, owner()) : prefix + plain;
        });
    }

    private static String within(List<Stretch> stretches, String owner) {
        return stretches.stream().map(stretch -> owner + " between " + stretch.first() + " and " + stretch.last()).collect(Collectors.joining(" or ", "(", ")"));
    }

    /// Numbers that follow each other without a gap. Who sees nearly everybody's documents sees few stretches of persons: compared with their ends, a statement is short and quick.
    private record Stretch(long first, long last) {
        static List<Stretch> of(List<Long> sorted) {
            List<Stretch> all = new ArrayList<>();
            for (long number : sorted) {
                if (!all.isEmpty() && all.getLast().last() + 1 == number) {
                    all.set(all.size() - 1, new Stretch(all.getLast().first(), number));
                } else {
                    all.add(new Stretch(number, number));
                }
            }
            return all;
        }
    }

    private String owner() {
        return prefix + plainOwner();
    }

    private String plainOwner() {
        return type.responsible().map(field -> Column.of(field).getFirst().name()).orElse("created_by");
    }

    private Optional<String> open() {
        return type.field(DocumentType.OPEN.id()).map(field -> prefix + Column.of(field).getFirst().name());
    }

    private static Sql both(Sql one, Sql other) {
        return switch (other.text()) {
            case EVERYTHING -> one;
            case NOTHING -> other;
            default -> Sql.of("(").then(one).then(" and ").then(other).then(")");
        };
    }

    private static String marks(Collection<?> values) {
        return values.stream().map(_ -> "?").collect(Collectors.joining(", "));
    }
}
