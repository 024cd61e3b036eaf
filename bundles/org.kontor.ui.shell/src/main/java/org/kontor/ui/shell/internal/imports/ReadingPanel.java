package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.kontor.api.documents.Imports.Format;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;

/// How the file is read: encoding, delimiter, sheet, head, country for telephone numbers. What was guessed is chosen already.
final class ReadingPanel {
    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251", "windows-1252", "windows-1250", "KOI8-R", "IBM866", "ISO-8859-1", "ISO-8859-15", "Shift_JIS", "GB18030");
    private static final String DELIMITERS = ",;\t|";

    private final Viewer viewer;
    private final Consumer<Plan> again;
    private final Consumer<Plan> changed;

    /// `again` is called with a plan after which the file has to be looked into again, `changed` with one where that is not needed.
    ReadingPanel(Viewer viewer, Consumer<Plan> again, Consumer<Plan> changed) {
        this.viewer = viewer;
        this.again = again;
        this.changed = changed;
    }

    /// `sheets` are those of a spreadsheet to choose from.
    Component content(Plan plan, List<String> sheets) {
        Div content = Elements.div("reading");
        if (plan.format() != Format.XLSX) {
            content.add(PlainSelect.labelled(text("import.charset"), new PlainSelect("import-charset", charsets(plan), plan.charset(),
                    value -> again.accept(with(plan, value, plan.delimiter(), plan.header(), plan.country())))));
        }
        if (plan.format() == Format.CSV) {
            content.add(PlainSelect.labelled(text("import.delimiter"), new PlainSelect("import-delimiter", delimiters(plan), String.valueOf(plan.delimiter()),
                    value -> again.accept(with(plan, plan.charset(), value.charAt(0), plan.header(), plan.country())))));
        }
        if (sheets.size() > 1) {
            Map<String, String> names = new LinkedHashMap<>();
            sheets.forEach(name -> names.put(name, name));
            String present = plan.sheet().isEmpty() ? sheets.getFirst() : plan.sheet();
            content.add(PlainSelect.labelled(text("import.sheet"), new PlainSelect("import-sheet", names, present, value -> again.accept(plan.of(value)))));
        }
        content.add(PlainSelect.labelled(text("import.country"), new PlainSelect("import-country", countries(), plan.country(),
                value -> changed.accept(with(plan, plan.charset(), plan.delimiter(), plan.header(), value)))));
        if (plan.format() != Format.VCARD) {
            Checkbox header = Elements.test(new Checkbox(text("import.header"), plan.header()), "import-header");
            header.addValueChangeListener(event -> again.accept(with(plan, plan.charset(), plan.delimiter(), event.getValue(), plan.country())));
            content.add(header);
        }
        return content;
    }

    private static Plan with(Plan plan, String charset, char delimiter, boolean header, String country) {
        return plan.read(charset, delimiter, header, country);
    }

    private static Map<String, String> charsets(Plan plan) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(plan.charset(), plan.charset());
        CHARSETS.forEach(name -> all.put(name, name));
        return all;
    }

    private Map<String, String> delimiters(Plan plan) {
        Map<String, String> all = new LinkedHashMap<>();
        for (char sign : DELIMITERS.toCharArray()) {
            all.put(String.valueOf(sign), text("import.delimiter." + (int) sign));
        }
        all.putIfAbsent(String.valueOf(plan.delimiter()), String.valueOf(plan.delimiter()));
        return all;
    }

    private Map<String, String> countries() {
        Locale language = viewer.person().language();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("", text("import.country.none"));
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                .sorted(Comparator.comparing((String code) -> Locale.of("", code).getDisplayCountry(language), Collator.getInstance(language)))
                .forEach(code -> all.put(code, Locale.of("", code).getDisplayCountry(language)));
        return all;
    }

    private String text(String key) {
        return viewer.text(Label.of(key));
    }
}
