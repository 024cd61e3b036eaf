package org.kontor.core.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Rates;
import org.kontor.api.documents.Refusal;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps exchange rates. When one changes, roll-ups of sums are computed anew on the day it comes into force.
@Component(service = Rates.class)
public final class StoredRates implements Rates {
    private static final int LISTED = 10_000;
    private static final int DIGITS = 12;

    private final Database database;
    private final RateTable table;
    private final TypeRegistry types;
    private final Access access;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public StoredRates(@Reference Database database, @Reference TypeRegistry types, @Reference Access access, @Reference Jobs jobs) {
        this(database, types, access, jobs, Clock.systemUTC());
    }

    StoredRates(Database database, TypeRegistry types, Access access, Jobs jobs, Clock clock) {
        this.database = database;
        this.table = new RateTable(database);
        this.types = types;
        this.access = access;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public List<Rate> all() {
        return table.newest(LISTED);
    }

    @Override
    public Conversion convert(Money money, Currency to, LocalDate day) {
        return sum(List.of(money), to, day);
    }

    @Override
    public Conversion sum(List<Money> sums, Currency to, LocalDate day) {
        DayRates rates = sums.stream().allMatch(money -> money.currency().equals(to)) ? new DayRates(day, List.of()) : table.on(day);
        BigDecimal total = BigDecimal.ZERO;
        LocalDate oldest = day;
        for (Money money : sums) {
            Optional<DayRates.Found> found = rates.find(money.currency(), to);
            if (found.isEmpty()) {
                return new Conversion.NoRate(money.currency(), to, Label.of("documents.rate.none", money.currency(), to, day));
            }
            total = total.add(money.amount().multiply(found.get().factor(), DayRates.PRECISION));
            oldest = found.get().day().isBefore(oldest) ? found.get().day() : oldest;
        }
        return new Conversion.Converted(Money.of(total.setScale(Math.max(0, to.getDefaultFractionDigits()), RoundingMode.HALF_UP), to), oldest);
    }

    @Override
    public Amendment<Rate> put(Rate rate, Actor actor) {
        BigDecimal factor = rate.factor().stripTrailingZeros();
        boolean fits = factor.signum() > 0 && factor.scale() <= DIGITS && factor.precision() - factor.scale() <= DIGITS;
        Optional<Refusal> reason = denied(actor)
                .or(() -> rate.from().equals(rate.to()) ? Optional.of(Refusal.of(Label.of("documents.rate.same", rate.from()))) : Optional.empty())
                .or(() -> fits ? Optional.empty() : Optional.of(new Refusal(Optional.of("factor"), Label.of("documents.rate.factor", DIGITS))));
        return changed(rate, reason, () -> table.put(rate));
    }

    @Override
    public Amendment<Rate> delete(Rate rate, Actor actor) {
        return changed(rate, denied(actor), () -> table.remove(rate));
    }

    private Optional<Refusal> denied(Actor actor) {
        return access.may(actor, Permission.ADMINISTER) ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.rate.denied")));
    }

    private Amendment<Rate> changed(Rate rate, Optional<Refusal> reason, Runnable change) {
        if (reason.isPresent()) {
            return new Amendment.Refused<>(List.of(reason.get()));
        }
        database.write(_ -> {
            change.run();
            types.all().stream().filter(StoredRates::sums).forEach(type -> jobs.at(due(rate.day()), Recompute.ID, type.id() + "@" + rate.day(), type.id()));
            return true;
        });
        return new Amendment.Done<>(rate);
    }

    private Instant due(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return start.isAfter(clock.instant()) ? start : clock.instant();
    }

    private static boolean sums(DocumentType type) {
        return type.fields().stream().anyMatch(field -> field.kind() instanceof Kind.Sum && field.computation().filter(Computation.RollUp.class::isInstance).isPresent());
    }
}
