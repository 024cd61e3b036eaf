package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// An amount and its currency, settled together when both are left.
final class SumControl {
    private static final List<String> USUAL = List.of("EUR", "USD", "GBP", "CHF", "RUB", "PLN", "CZK", "SEK", "NOK", "DKK", "TRY", "UAH", "KZT", "CNY", "JPY", "INR", "BRL", "CAD", "AUD");

    private final Div content = Elements.div("sum");
    private final Control amount;
    private final Control currency;

    SumControl(Optional<Money> value, String usual, PageTab tab, Portal portal) {
        String present = value.map(Money::currency).map(Currency::getCurrencyCode).orElse(usual);
        int digits = Math.max(0, Currency.getInstance(present).getDefaultFractionDigits());
        Field<BigDecimal> number = Field.of("amount", new Kind.Number(digits));
        amount = Control.line("text", value.map(money -> portal.notation.show(number, money.amount(), tab.habits())).orElse("")).with("inputmode", "decimal");
        currency = Control.choice(currencies(present, usual), present, false);
        content.add(amount, currency);
    }

    private static Map<String, String> currencies(String present, String usual) {
        List<String> codes = new ArrayList<>(List.of(present, usual));
        codes.addAll(USUAL);
        Map<String, String> named = new LinkedHashMap<>();
        codes.stream().distinct().sorted(Comparator.comparing((String code) -> !code.equals(usual)).thenComparing(code -> code)).forEach(code -> named.put(code, code));
        return named;
    }

    Div content() {
        return content;
    }

    Control amount() {
        return amount;
    }

    Control currency() {
        return currency;
    }

    /// Hands over what both say, as in `1,200.50 EUR`; a currency typed with the amount wins. Called when the focus leaves both.
    void whenSettled(Consumer<String> settled) {
        content.getElement().executeJs("""
                this.addEventListener('change', () => this.changed = true);
                this.addEventListener('focusout', e => {
                  if (!this.changed || this.contains(e.relatedTarget)) return;
                  this.changed = false;
                  this.dispatchEvent(new Event('settled'));
                })""");
        content.getElement().addEventListener("settled", event -> {
            String text = event.getEventData().get("element.firstChild.value").asString().strip();
            String code = event.getEventData().get("element.lastChild.value").asString();
            settled.accept(joined(text, code));
        }).addEventData("element.firstChild.value").addEventData("element.lastChild.value");
    }

    /// The sum as one text; without an amount there is none.
    static String joined(String amount, String currency) {
        boolean named = amount.codePoints().anyMatch(point -> Character.isLetter(point) || Character.getType(point) == Character.CURRENCY_SYMBOL);
        return amount.isEmpty() || named ? amount : amount + " " + currency;
    }
}
