package org.kontor.itests.browser;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;

/// The pages that are looked at, and how one knows that each is there.
enum Places {
    HOME("", "person-menu"),
    LIST("lead?view=list", "row"),
    BOARD("lead?view=board", "tile"),
    CARD("@lead", "card"),
    ROBOTS_ON_CARD("@lead", "tab-robots"),
    IMPORT("import/lead", "import-file"),
    ROBOTS("robots/lead", "robots-column-new"),
    TASKS("task?view=list", "row"),
    MODULES("settings/modules", "module-leads"),
    TOKENS("settings/tokens", "token-name"),
    PEOPLE("settings/people", "add-person"),
    PROFILE("settings/profile", "save-profile"),
    SETTINGS("settings", "settings-modules");

    private static final List<Map<String, String>> LEADS = List.of(
            Map.of("title", "Twelve ovens for a bakery", "contactName", "Anna Conti", "company", "Aurora Foods", "phone", "+39 06 5550142", "email", "anna@aurora.example", "amount", "18400 EUR", "source", "web"),
            Map.of("title", "Поставка муки на квартал", "contactName", "Пётр Ильин", "company", "Северный ветер", "phone", "+7 495 123-45-67", "amount", "7250 EUR", "source", "phone"),
            Map.of("title", "Service contract for 30 scales", "contactName", "Noor Haddad", "company", "Haddad & Sons", "email", "noor@haddad.example", "amount", "2980 EUR", "source", "fair"),
            Map.of("title", "Kühlregale für drei Filialen", "contactName", "Jörg Weiß", "company", "Weiß Logistik", "phone", "+49 30 5550113", "amount", "41900 EUR", "source", "referral"),
            Map.of("title", "Carta de vinos digital", "contactName", "Lucía Peña", "company", "Peña Hermanos", "email", "lucia@pena.example", "amount", "1200 EUR", "source", "mail"),
            Map.of("title", "Συσκευασία για ελαιόλαδο", "contactName", "Σοφία Παππά", "company", "Ελιά", "amount", "5600 EUR", "source", "advertising"));
    private static final List<String> STAGES = List.of("new", "new", "contacted", "qualified", "converted", "contacted");

    private final String path;
    private final String sign;

    Places(String path, String sign) {
        this.path = path;
        this.sign = sign;
    }

    static Stream<Places> all() {
        return Stream.of(values());
    }

    /// Makes some leads in several stages and returns one of them.
    static String fill(Rest rest) {
        String first = rest.create("lead", LEADS.getFirst());
        for (int i = 1; i < LEADS.size(); i++) {
            String ref = rest.create("lead", LEADS.get(i));
            if (!STAGES.get(i).equals("new")) {
                rest.change(ref, "{\"stage\":\"" + STAGES.get(i) + "\"}");
            }
        }
        return first;
    }

    /// Opens the page and waits until it is drawn.
    void open(Tab tab, String lead) {
        tab.go(path.equals("@lead") ? lead : path);
        tab.await(sign);
        if (this == ROBOTS_ON_CARD) {
            tab.marked(sign).click();
            tab.page().locator("[data-test=card] [data-progress]").first().waitFor();
        }
    }

    String pictureName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
