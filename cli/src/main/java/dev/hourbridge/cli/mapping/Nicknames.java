package dev.hourbridge.cli.mapping;

import java.util.List;
import java.util.Set;

/** Short forms of given names. They only suggest a candidate. */
final class Nicknames {
    private static final List<Set<String>> SAME = List.of(
            Set.of("alexander", "alexandra", "alex", "sasha", "sascha", "sandra", "sandro"),
            Set.of("andreas", "andrew", "andy", "drew"),
            Set.of("anthony", "antonio", "tony", "toni"),
            Set.of("benjamin", "ben", "benny"),
            Set.of("catherine", "katherine", "katharina", "kathryn", "kate", "katie", "kathy", "kati"),
            Set.of("charles", "charlie", "chuck"),
            Set.of("christopher", "christian", "christoph", "chris"),
            Set.of("christine", "christina", "tina", "chris"),
            Set.of("daniel", "daniela", "dan", "danny", "dani"),
            Set.of("david", "dave"),
            Set.of("edward", "eduard", "ed", "eddie", "ted"),
            Set.of("elizabeth", "elisabeth", "liz", "lisa", "beth", "betty", "elli", "sissi"),
            Set.of("frederick", "friedrich", "fred", "fritz", "freddy"),
            Set.of("gregory", "greg"),
            Set.of("henry", "heinrich", "harry", "hank", "heinz"),
            Set.of("jacob", "jakob", "jake"),
            Set.of("james", "jim", "jimmy", "jamie"),
            Set.of("jennifer", "jen", "jenny"),
            Set.of("johannes", "johann", "john", "hans", "jack", "johnny", "jon"),
            Set.of("jonathan", "jon", "jonny"),
            Set.of("joseph", "josef", "joe", "sepp", "pepe", "jose"),
            Set.of("magdalena", "lena", "maggie"),
            Set.of("margaret", "margarete", "maggie", "peggy", "greta", "meg", "rita"),
            Set.of("martin", "martina", "marty"),
            Set.of("matthew", "matthias", "matt", "matze"),
            Set.of("maximilian", "maxwell", "max"),
            Set.of("michael", "michaela", "mike", "mick", "mikey", "michi", "mickey"),
            Set.of("nicholas", "nikolaus", "nick", "nico", "klaus", "nicki"),
            Set.of("patricia", "patrick", "pat", "patty", "trish", "paddy"),
            Set.of("peter", "pete"),
            Set.of("philip", "phillip", "philipp", "phil"),
            Set.of("rebecca", "becky", "bex"),
            Set.of("richard", "rick", "dick", "rich", "ricky"),
            Set.of("robert", "bob", "rob", "bobby", "robbie", "bert"),
            Set.of("samuel", "samantha", "sam", "sammy"),
            Set.of("sebastian", "basti", "seb", "bastian"),
            Set.of("stephen", "steven", "stefan", "stephan", "steve", "steffen"),
            Set.of("susan", "susanne", "suzanne", "sue", "susi", "suzy"),
            Set.of("theodore", "theodor", "theo", "ted", "teddy"),
            Set.of("thomas", "tom", "tommy", "tomas"),
            Set.of("timothy", "tim", "timo"),
            Set.of("ulrich", "ulrike", "uli", "ulli"),
            Set.of("victoria", "viktoria", "vicky", "tori", "vicki"),
            Set.of("william", "wilhelm", "bill", "will", "willy", "billy", "liam"));

    private Nicknames() {}

    /** Returns whether two given names in lower case can belong to the same person. */
    static boolean areSame(String a, String b) {
        return SAME.stream().anyMatch(names -> names.contains(a) && names.contains(b));
    }
}
