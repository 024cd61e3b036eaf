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
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;

/// What a grant covers as an SQL condition on a type's table: the same answer for a million rows that [Grant#covers] gives for one.
///
/// The persons of departments stand in the statement, as numbers: measured, both engines look them up in a table many times slower, and as parameters PostgreSQL
/// plans without knowing how many they are, H2 compares them one after the other. What few persons own is gathered by the index on whose they are. For others it is left aside while a page is read
/// in its order, since that finds enough at once (measured: H2 gathers the documents of 30 persons of 1,000 in 110 ms, and reads the page in 0.2); see [Rarity] for what is few.
final class GrantSql {
    /// From so many persons a stretch on, stretches are compared instead of each person.
    private static final int MEAN_STRETCH = 8;
    /// A page for up to so many persons is put together of theirs.
    private static final int MOST_APART = 16;
    private static final String NOTHING = "false";
    private static final String EVERYTHING = "true";

    private final DocumentType type;
    private final Grant grant;
    private final Rarity rarity;

    GrantSql(DocumentType type, Grant grant, Rarity rarity) {
        this.type = type;
        this.grant = grant;
        this.rarity = rarity;
    }

    /// The condition, in parts each of which is in the order of an index on whose documents they are and then on their numbers. PostgreSQL can't read several persons in order at once.
    List<Sql> stretches(Reading reading) {
        List<Long> owners = persons();
        boolean apart = rarity.engine() == Engine.POSTGRESQL && reading == Reading.NUMBERED && owners.size() > 1 && owners.size() <= MOST_APART && type.responsible().isPresent();
        return apart ? owners.stream().map(this::ownedBy).toList() : List.of(condition(reading));
    }

    /// Whether some persons decide, and at most [Rarity#SOME] documents are theirs: they can be gathered by the index on whose they are.
    boolean narrow() {
        List<Long> owners = persons();
        return !owners.isEmpty() && atMost(Rarity.SOME, owner() + any(owners));
    }

    /// Whose documents are covered and no others, if that is all there is to it.
    private List<Long> persons() {
        if (!grant.stages().isEmpty()) {
            return List.of();
        }
        return switch (grant.elsewhere()) {
            case OWN -> owners(Set.of());
            case DEPARTMENT -> owners(grant.department());
            case SUBDEPARTMENTS -> owners(grant.below());
            case NONE, OPEN, ALL -> List.of();
        };
    }

    Sql condition(Reading reading) {
        if (grant.stages().isEmpty()) {
            return reaching(grant.elsewhere(), reading);
        }
        Map<Reach, List<String>> byReach = new TreeMap<>(grant.stages().entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
        Stream<Sql> staged = byReach.entrySet().stream()
                .filter(each -> each.getKey() != Reach.NONE)
                .map(each -> both(Sql.of("stage in (" + marks(each.getValue()) + ")", each.getValue().stream().sorted().toArray()), reaching(each.getKey(), reading)));
        Stream<Sql> rest = grant.elsewhere() == Reach.NONE ? Stream.of() : Stream.of(both(elsewhere(), reaching(grant.elsewhere(), reading)));
        return Stream.concat(staged, rest).reduce((a, b) -> a.then(" or ").then(b)).map(all -> Sql.of("(").then(all).then(")")).orElse(Sql.of(NOTHING));
    }

    private Sql elsewhere() {
        Set<String> named = grant.stages().keySet();
        return Sql.of("(stage is null or stage not in (" + marks(named) + "))", named.stream().sorted().toArray());
    }

    private Sql reaching(Reach reach, Reading reading) {
        return switch (reach) {
            case NONE -> Sql.of(NOTHING);
            case OWN -> ownedBy(Set.of(), reading);
            case DEPARTMENT -> ownedBy(grant.department(), reading);
            case SUBDEPARTMENTS -> ownedBy(grant.below(), reading);
            case OPEN -> open().map(open -> Sql.of("(").then(ownedBy(grant.below(), reading)).then(" or " + open + ")")).orElseGet(() -> ownedBy(grant.below(), reading));
            case ALL -> Sql.of(EVERYTHING);
        };
    }

    private Sql ownedBy(Set<PersonId> others, Reading reading) {
        List<Long> owners = owners(others);
        return switch (owners.size()) {
            case 0 -> Sql.of(NOTHING);
            case 1 -> ownedBy(owners.getFirst());
            default -> among(owners, reading);
        };
    }

    private Sql ownedBy(long person) {
        return Sql.of(owner() + " = ?", person);
    }

    private List<Long> owners(Set<PersonId> others) {
        return Stream.concat(others.stream(), grant.person().stream()).map(PersonId::value).distinct().sorted(Comparator.naturalOrder()).toList();
    }

    private Sql among(List<Long> owners, Reading reading) {
        List<Stretch> stretches = Stretch.of(owners);
        boolean stretched = stretches.size() <= owners.size() / MEAN_STRETCH;
        String plain = owner() + any(owners);
        if (atMost(reading == Reading.SORTED ? Rarity.SOME : Rarity.FEW, plain)) {
            return Sql.of(switch (rarity.engine()) {
                case H2 -> plain;
                case POSTGRESQL -> "id = any (array(select few.id from " + Tables.name(type) + " few where few." + plain + "))";
            });
        }
        String kept = owner() + (reading == Reading.WHOLE ? "" : " + 0");
        return Sql.of(stretched ? within(stretches, kept) : kept + any(owners));
    }

    private String any(List<Long> owners) {
        String all = owners.stream().map(String::valueOf).collect(Collectors.joining(","));
        return switch (rarity.engine()) {
            case H2 -> " in (" + all + ")";
            case POSTGRESQL -> " = any ('{" + all + "}'::bigint[])";
        };
    }

    private boolean atMost(int bound, String plain) {
        return type.responsible().isPresent() && rarity.atMost(bound, type, Sql.of(plain));
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
        return type.responsible().map(field -> Column.of(field).getFirst().name()).orElse("created_by");
    }

    private Optional<String> open() {
        return type.field(DocumentType.OPEN.id()).map(field -> Column.of(field).getFirst().name());
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
