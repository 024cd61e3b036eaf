package org.kontor.rest;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Rates;
import org.kontor.api.documents.Rates.Rate;
import org.kontor.api.labels.Label;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Exchange rates by day, and conversions by them.
@Component(service = RateCalls.class)
public final class RateCalls {
    private static final String NUMBER = "[0-9]{1,20}(\\.[0-9]{1,20})?";

    private final Rates rates;

    @Activate
    public RateCalls(@Reference Rates rates) {
        this.rates = rates;
    }

    Answer list(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("rates");
        rates.all().forEach(rate -> all.add(rate(rate)));
        return Answer.ok(node);
    }

    Answer put(Call call) throws IOException {
        Body body = Body.of(call, "from", "to", "day", "factor");
        String factor = body.node("factor").isNumber() ? Json.plain(body.node("factor")).orElse("") : body.text("factor");
        if (!factor.matches(NUMBER)) {
            throw body.wrong("factor", Label.of("rest.wrong.factor"));
        }
        Currency from = currency(body.text("from")).orElseThrow(() -> body.wrong("from", Label.of("rest.wrong.currency", ValueJson.shortened(body.text("from")))));
        Currency to = currency(body.text("to")).orElseThrow(() -> body.wrong("to", Label.of("rest.wrong.currency", ValueJson.shortened(body.text("to")))));
        LocalDate day = day(body.text("day")).orElseThrow(() -> body.wrong("day", Label.of("rest.wrong.date")));
        return Answer.ok(rate(Amended.now(rates.put(new Rate(from, to, day, new BigDecimal(factor)), call.actor()))));
    }

    Answer delete(Call call) {
        Currency from = asked(call, "from");
        Currency to = asked(call, "to");
        LocalDate day = asked(call);
        Rate rate = rates.all().stream().filter(each -> each.from().equals(from) && each.to().equals(to) && each.day().equals(day)).findFirst().orElseThrow(() -> Problem.of(404, "no-such-rate"));
        Amended.now(rates.delete(rate, call.actor()));
        return Answer.empty(204);
    }

    Answer convert(Call call) {
        String amount = call.parameters().one("amount").orElse("");
        try {
            if (!amount.matches("-?" + NUMBER)) {
                throw Problem.of(400, "bad-amount", ValueJson.shortened(amount));
            }
            Money money = Money.of(new BigDecimal(amount), asked(call, "from"));
            return switch (rates.convert(money, asked(call, "to"), asked(call))) {
                case Rates.Conversion.Converted(Money converted, LocalDate rateDay) ->
                        Answer.ok(Json.object().put("amount", converted.amount().toPlainString()).put("currency", converted.currency().getCurrencyCode()).put("rateDay", rateDay.toString()));
                case Rates.Conversion.NoRate(_, _, Label reason) -> throw Problem.refused(reason);
            };
        } catch (ArithmeticException e) {
            throw Problem.of(400, "bad-amount", ValueJson.shortened(amount));
        }
    }

    private static Currency asked(Call call, String name) {
        String code = call.parameters().one(name).orElse("");
        return currency(code).orElseThrow(() -> Problem.of(400, "bad-currency", name, ValueJson.shortened(code)));
    }

    private static LocalDate asked(Call call) {
        String text = call.parameters().one("day").orElse("");
        return day(text).orElseThrow(() -> Problem.of(400, "bad-day", ValueJson.shortened(text)));
    }

    private static Optional<Currency> currency(String code) {
        return Currencies.of(code);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode rate(Rate rate) {
        return Json.object().put("from", rate.from().getCurrencyCode()).put("to", rate.to().getCurrencyCode()).put("day", rate.day().toString()).put("factor", rate.factor().toPlainString());
    }
}
