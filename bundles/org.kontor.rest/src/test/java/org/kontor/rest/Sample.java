package org.kontor.rest;

import java.util.Map;

/// For every route with a body one that is right, or nearly: `ID`, `FILE` and `CSV` stand for a document and files that are there.
final class Sample {
    static final Map<String, String> BODIES = Map.<String, String>ofEntries(
            Map.entry("create", """
                    {"stage": "sent", "fields": {"title": "Box", "note": "n", "weight": 1.25, "price": {"amount": "12.50", "currency": "EUR"}, "fragile": true, "day": "2026-11-23", "picked": "2026-11-23T14:30:00Z",
                     "size": "large", "courier": "bob", "phone": "+390612345678", "email": "a@example.org", "tracking": "https://example.org", "parent": "parcel/ID", "tags": ["a", "b"], "photo": {"file": FILE},
                     "papers": [{"file": FILE}], "address": {"city": "Roma", "country": "IT"}, "source": "web"}}"""),
            Map.entry("change", "{\"version\": 1, \"stage\": \"sent\", \"fields\": {\"title\": \"Box\", \"weight\": 2, \"tags\": [\"x\"], \"photo\": {\"file\": FILE}}}"),
            Map.entry("undo", "{\"position\": 1}"),
            Map.entry("back", "{\"moment\": \"2026-11-23T14:30:00Z\", \"position\": 1, \"field\": \"title\", \"version\": 1}"),
            Map.entry("trash-keep", "{\"days\": 30}"),
            Map.entry("filter-create", "{\"name\": \"Mine\", \"shared\": true, \"filter\": {\"all\": [\"weight:ge:1\", {\"any\": [\"title:starts:B\", {\"through\": \"parent\", \"type\": \"parcel\", \"where\": \"title:filled\"}]}]}, \"sort\": \"-weight\", \"columns\": [\"title\"], \"view\": \"list\"}"),
            Map.entry("filter-change", "{\"name\": \"Other\", \"filter\": {\"field\": \"weight\", \"is\": \"ge\", \"value\": 5}}"),
            Map.entry("filter-start", "{\"filter\": 1, \"forAll\": true}"),
            Map.entry("batch-start", "{\"type\": \"parcel\", \"act\": \"edit\", \"ids\": [ID], \"fields\": {\"note\": \"x\"}, \"stage\": \"sent\"}"),
            Map.entry("duplicates-like", "{\"fields\": {\"phone\": \"+390612345678\", \"email\": \"a@example.org\"}, \"except\": \"parcel/ID\"}"),
            Map.entry("duplicate-rules-set", "{\"rules\": [{\"fields\": [\"phone\"], \"blocks\": false}]}"),
            Map.entry("merge-preview", "{\"survivor\": \"parcel/ID\", \"losers\": [\"parcel/1\"], \"taking\": {\"note\": \"parcel/1\"}}"),
            Map.entry("merge", "{\"survivor\": \"parcel/ID\", \"losers\": [\"parcel/1\"], \"taking\": {\"note\": \"parcel/1\"}}"),
            Map.entry("import-look", "{\"file\": CSV, \"type\": \"parcel\", \"charset\": \"UTF-8\", \"delimiter\": \",\", \"header\": true, \"country\": \"IT\", \"columns\": [\"title\", null], \"mode\": \"create\", \"match\": \"title\", \"links\": {\"parent\": {\"type\": \"parcel\", \"field\": \"title\"}}}"),
            Map.entry("import-dry-run", "{\"file\": CSV, \"type\": \"parcel\", \"charset\": \"UTF-8\", \"delimiter\": \",\", \"header\": true, \"country\": \"IT\", \"columns\": [\"title\", null], \"mode\": \"both\", \"match\": \"title\"}"),
            Map.entry("import-start", "{\"file\": CSV, \"type\": \"parcel\", \"columns\": [\"title\", \"note\"], \"mode\": \"create\"}"),
            Map.entry("type-create", "{\"name\": {\"en\": \"Book\", \"ru\": \"Книга\", \"it\": \"Libro\"}, \"names\": {\"en\": \"Books\", \"ru\": \"Книги\", \"it\": \"Libri\"}, \"icon\": \"list\", \"staged\": true, \"sectioned\": true}"),
            Map.entry("type-change", "{\"name\": {\"en\": \"Book\", \"ru\": \"Книга\", \"it\": \"Libro\"}, \"icon\": \"list\"}"),
            Map.entry("section-add", "{\"name\": \"Shelf\", \"parent\": 0, \"sort\": 1}"),
            Map.entry("section-change", "{\"name\": \"Shelf\", \"parent\": 0}"),
            Map.entry("sensitive-set", "{\"sensitive\": false}"),
            Map.entry("field-add", """
                    {"name": {"en": "Colour", "ru": "Цвет", "it": "Colore"}, "kind": "choice", "multiple": false, "options": [{"id": "red", "name": "Red"}, {"id": "blue", "name": {"en": "Blue"}, "offered": false}], "traits": ["listed"],
                     "preset": "red", "rules": [{"effect": "visible", "when": {"all": ["weight:ge:1"]}}], "display": {"appearance": "list", "rows": 1, "emptyCaption": "None"}, "sort": 3}"""),
            Map.entry("field-change", "{\"name\": {\"en\": \"Note\", \"ru\": \"Заметка\", \"it\": \"Nota\"}, \"traits\": [\"listed\"], \"sort\": 1, \"rules\": [{\"effect\": \"read-only\", \"when\": \"weight:ge:100\"}]}"),
            Map.entry("pipeline-create", "{\"name\": {\"en\": \"Fast\", \"ru\": \"Быстро\", \"it\": \"Veloce\"}}"),
            Map.entry("pipeline-rename", "{\"name\": {\"en\": \"Fast\", \"ru\": \"Быстро\", \"it\": \"Veloce\"}}"),
            Map.entry("pipeline-sort", "{\"pipelines\": [\"parcel\"]}"),
            Map.entry("stage-add", "{\"name\": {\"en\": \"Packed\", \"ru\": \"Упаковано\", \"it\": \"Imballato\"}, \"colour\": 2, \"requires\": [\"weight\"], \"next\": [\"sent\"], \"place\": 1}"),
            Map.entry("stage-change", "{\"name\": {\"en\": \"Sent\", \"ru\": \"Отправлено\", \"it\": \"Spedito\"}, \"colour\": 3, \"requires\": []}"),
            Map.entry("stage-place", "{\"place\": 1}"),
            Map.entry("moves-allow", "{\"allowed\": true}"),
            Map.entry("move-plan", "{\"pipeline\": \"parcel\", \"stages\": {\"new\": \"sent\"}, \"filter\": \"title:filled\"}"),
            Map.entry("move", "{\"pipeline\": \"parcel\", \"stages\": {\"new\": \"sent\"}, \"ids\": [ID]}"),
            Map.entry("move-undo", "{\"moved\": [{\"ref\": \"parcel/ID\", \"from\": \"new\", \"version\": 2}]}"),
            Map.entry("value-add", "{\"name\": {\"en\": \"Friend\", \"ru\": \"Друг\", \"it\": \"Amico\"}}"),
            Map.entry("value-rename", "{\"name\": {\"en\": \"Web\", \"ru\": \"Сеть\", \"it\": \"Rete\"}}"),
            Map.entry("value-sort", "{\"values\": [\"fair\", \"web\"]}"),
            Map.entry("card-change", "{\"sections\": [{\"id\": \"main\", \"title\": {\"en\": \"Main\", \"ru\": \"Главное\", \"it\": \"Principale\"}, \"fields\": [\"title\", \"note\"]}], \"hidden\": [\"size\"]}"),
            Map.entry("pipeline-card-change", "{\"sections\": [{\"id\": \"main\", \"title\": \"Main\", \"fields\": [\"title\"]}], \"hidden\": []}"),
            Map.entry("list-choose", "{\"columns\": [\"title\", \"weight\"], \"filters\": [\"title\"]}"),
            Map.entry("list-for-all-choose", "{\"columns\": [\"title\"], \"filters\": []}"),
            Map.entry("rate-put", "{\"from\": \"EUR\", \"to\": \"USD\", \"day\": \"2026-11-23\", \"factor\": \"1.0845\"}"));

    /// What stands in the places of an address.
    static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("type", "parcel"), Map.entry("field", "note"), Map.entry("pipeline", "parcel"), Map.entry("stage", "sent"), Map.entry("directory", "parcel.source"), Map.entry("value", "web"), Map.entry("list", "list.books"));

    private static final Map<String, String> QUESTIONS = Map.of(
            "groups", "?by=size", "search", "?q=Box", "as-of", "?moment=2026-11-23T14:30:00Z", "convert", "?amount=1&from=EUR&to=EUR&day=2026-11-23", "rate-delete", "?from=EUR&to=USD&day=2026-11-23", "file-upload", "?name=a.txt");

    private Sample() {}

    /// An address with its places filled; numbers are 1 where nothing else is known.
    static String address(Route route, String id) {
        String address = route.address();
        for (String part : route.parts()) {
            if (Route.place(part).isPresent()) {
                String place = Route.place(part).get();
                address = address.replace(part, place.equals("id") ? id : PLACES.getOrDefault(place, "1"));
            }
        }
        return address;
    }

    /// What a route must be asked behind the question mark.
    static String question(Route route) {
        return QUESTIONS.getOrDefault(route.name(), "");
    }
}
