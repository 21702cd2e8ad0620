"""Words that decide on which side of now their time lies."""

PLANNING = frozenset(
    "booked forecast forecasts pencilled penciled rescheduled schedule scheduled schedules plan plans planned "
    "planning expect expects expected due slated slate postpone postponed delay delayed hope hopes intend intends "
    "extend extended until predict predicting predicts prepare prepares preparation preparations effective payable "
    "aim aims likely unlikely expiring maturing".split()
)
"""Words whose time lies ahead, whatever their own tense."""

MOVING = frozenset(
    "slipped postponed delayed extended moved rescheduled pushed deferred adjourned bailed remanded "
    "adjournment deferment extension extensions postponement postponements".split()
)
"""Words that move something to another time: the new time comes after a preposition."""

MOVED_BY = {
    **dict.fromkeys(("put", "puts", "putting"), frozenset(("back", "off"))),
    **dict.fromkeys(("bring", "brings", "bringing", "brought", "pull", "pulls", "pulled"), frozenset(("forward",))),
    **dict.fromkeys(("push", "pushes", "pushing", "move", "moves", "moving"), frozenset(("back", "forward"))),
    "held": frozenset(("over",)), "carried": frozenset(("forward", "over")), "set": frozenset(("back",)),
}  # fmt: skip
"""Verbs that move something with a particle: "put off to Friday"."""

SHUT = frozenset(
    "announced awarded broadcast buried cancelled canceled chosen closed crowned elected held inaugurated open opened "
    "played presented published released shown shut staged suspended televised unveiled".split()
)
"""What is so, or is done, on a day to come where it is said in the present tense: "schools are closed Friday"."""

OUTLOOK = frozenset(("seen", "called"))
"""What traders do to a price to come: "hogs seen steady Tuesday", "wheat called higher Monday"."""

TRENDS = frozenset(
    "easier easing falling firm firmer flat higher little lower mixed opening rising slightly stable steady stronger "
    "unchanged weaker".split()
)
"""What they then say of it; "he was seen Tuesday" tells of nothing to come."""

WEATHER = frozenset(
    "clouds drizzle fog hail highs lows rain showers sleet skies snow sunshine temperatures thunderstorms winds".split()
)
"""What is forecast where no verb tells that it came: "showers in the north Sunday"."""

FORMERLY = frozenset(("originally", "initially", "previously", "first", "earlier"))
"""Before a plan that is none any more: "the talks, originally due on Monday, were held on Wednesday"."""

CALLING = frozenset("agreed asked called invited pressed pushed summoned urged".split())
"""What, in the perfect, tells of no day: "has invited them to a meeting on Friday", "has called for a vote in May"."""

FIXING = frozenset(
    "chose choose chooses chosen choosing declare declared declares declaring designate designated fix fixed fixes "
    "fixing name named names naming propose proposed proposes proposing set sets setting".split()
)
"""What is done to a day to come: "a decree naming 3 May as the day of the vote"."""

CLAUSES_TO_COME = frozenset(("when", "until", "once", "before", "after", "if"))
"""Words before a present that is to come where its main verb is: "it will be known when she meets them on Friday"."""

TOWARDS = frozenset("to until till for through by".split())

DONE = frozenset("managed tried failed began started continued helped used came seemed appeared able".split())
"""Words whose infinitive has been done where they stand in the past."""

RULING = frozenset(("rule", "rules", "ruled", "ruling"))

SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))

PROMISING = frozenset(
    "vow vows vowed pledge pledges pledged promise promises promised threaten threatens threatened".split()
)
"""Those whose infinitive has its weekday ahead: "vowed to block the port on Monday"; "ordered them to" need not."""

ASKING = frozenset(
    "ask asks asked asking call calls called encourage encourages encouraged encouraging instruct instructed invite "
    "invites invited inviting order orders ordered ordering pledge pledges pledged promise promises promised "
    "promising remind reminds reminded tell tells told telling threaten threatens threatened threatening urge urges "
    "urged urging vow vows vowed want wants wanted wish wishes "
    "agreement bid deal decision intent intention offer option pact permission plan plans pledge promise proposal "
    "proposals threat threats vow".split()
)
"""Verbs and nouns whose infinitive lies ahead of them: "urged them to vote in May", "a deal to sell it in May".

Not so "urged them to sell on Sunday", where the day is rather that of the urging.
"""

DEMANDING = frozenset(
    "ask asks asked asking demand demands demanded demanding direct directs directed insist insists insisted "
    "insisting order orders ordered ordering propose proposes proposed proposing recommend recommends recommended "
    "recommending request requests requested requesting require requires required suggest suggests suggested "
    "suggesting urge urges urged urging".split()
)
"""Verbs with "that" and a bare verb for what is still to be done: "demanded that he leave by Friday"."""

CHARGED = frozenset(
    "accused acquitted admit admits admitted arrested charged cleared confessed convicted denied denies deny fined "
    "guilty indicted investigated jailed plead pleaded pleads pled sentenced suspected".split()
)
"""What is said of somebody who has done something: "pleaded guilty to threatening to burn it in May"."""

AGREEING = frozenset(("agree", "agrees", "agreed", "agreeing"))
"""Verbs whose infinitive may lie ahead of them or behind: "agreed to meet in May", "agreed to sell it in May"."""

ARRANGING = frozenset(
    "accepted agreed announced approved arranged booked called chose confirmed convened decided declared demanded "
    "elected fixed given got invited issued listed named ordered picked predicted proposed received requested "
    "reserved said scheduled selected set sought summoned told tried won".split()
)
"""Verbs in the past that may stand beside the date of what is to come: "called an election on 3 June"."""

WANTING = frozenset("hope hopes want wants wish wishes".split())
"""Verbs that say in the present what is still to be done, on a weekday too: "they want to launch it Friday"."""

WANTING_DONE = frozenset("need needs want wanted wants".split())
"""Verbs beside what is to be done to something: "wants the bridge closed in May"."""

SUMMONED = frozenset(
    "bail bailed cited custody granted ordered refused released remanded subpoenaed summoned summonsed".split()
)
"""What courts do to people who then have to come."""

COMING_TO_COURT = frozenset("answer appear attend face front reappear return stand".split())
"""Infinitives of those people: "granted bail to return to court on Friday"."""

BEING = frozenset(("is", "are", "am", "'s", "'re", "was", "were", "be", "been"))

BACK = frozenset(("back", "out"))
"""Where somebody or something is on a day to come: "the figures are out on Friday", "she is back Monday"."""

IS = frozenset(("is", "are", "am", "'s", "'re"))

HAS = frozenset(("has", "have", "'ve"))

TIMETABLE = frozenset(
    "address addresses adjourn adjourns air airs appear appears arrive arrives begin begins bid bids board boards "
    "broadcast broadcasts celebrate celebrates choose chooses clash clashes close closes come comes commence "
    "commences compete competes conclude concludes continue continues convene convenes debut debuts decide decides "
    "depart departs dock docks elect elects embark embarks end ends entertain entertains expire expires face faces "
    "fall falls finish finishes flies fly go goes head heads hear hears hold holds host hosts inaugurate inaugurates "
    "join joins kick kicks land lands lapse lapses launch launches leave leaves lift lifts mark marks meet meets open "
    "opens perform performs play plays premiere premieres present presents publish publishes quit quits race races "
    "reconvene reconvenes release releases reopen reopens report reports resume resumes retire retires return returns "
    "reunite reunites run runs sail sails screen screens ship ships sing sings speak speaks square squares stage "
    "stages start starts step steps stop stops swear swears switch switches tackle tackles take takes tee tees "
    "testifies testify tour tours travel travels unveil unveils visit visits vote votes wed weds welcome welcomes "
    "wrap wraps".split()
)
"""Verbs whose present tense, beside a date, is a timetable: "the offer expires Friday"."""

SURE = frozenset("will shall 'll wo".split())
"""Modals of the future, with "have" too ("will have left by Friday"); "may have left Friday" looks back."""

SUPPOSING = frozenset(("if", "unless", "until"))
"""What makes of "has done" a thing to come: it takes its time from the main clause."""

CONDITIONS = frozenset("as if once unless until when whenever".split())
"""What makes of a participle a clause that takes its time from elsewhere: "if elected Tuesday, she will …"."""

SAYING = frozenset("comment confirm disclose discuss elaborate identify reveal say speculate".split())
"""What people would not do when they were asked: "She would not comment Friday"."""

FUTURE_MODALS = frozenset("will shall 'll wo can may must should ca might would could".split())
