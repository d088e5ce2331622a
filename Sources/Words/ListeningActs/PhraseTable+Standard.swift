extension PhraseTable {
  /// The table that the program comes with, as `interject phrases` prints it.
  public static let standardText = """
    # Phrases that show listening, in English. Each line is a phrase: a/b stands for one of the words,
    # "..." for up to four words, ^ for the beginning of the sentence and $ for its end. "!" in front
    # makes an exception: a sentence with it does not count. Contractions are written out: "I'll" and
    # "I will" are the same. Save a copy, edit it, and name it with --phrases.

    [open question]
    how can/may/could i/we ... help/assist
    what can/could i/we do for you
    what happened
    what has been going/happening
    what is going on
    what is/seems ... the/your trouble/problem/matter/issue
    what seems to be
    what brings/brought you
    tell me about
    tell me ... about
    tell me what/how/why
    tell us what/how/why
    walk/talk me/us through
    describe
    how do/did you feel
    how are you feeling
    how did that/this/it happen
    how did ... go
    how has/have ... been
    how was ... for you
    how do you mean
    what do you think
    what did you think
    what did you have in mind
    what did you try
    what have you tried
    what would you like
    what would suit/help
    what would ... help
    what are/were you hoping
    what are/were you looking
    what are/were you trying
    what is important
    what matters
    what made/makes you
    what has made you
    what else
    what was ... like
    what is ... like
    why do/did/would you
    why is/was that
    how come
    in what way
    !how long
    !what time
    !would you like me
    !what else ... number

    [invitation]
    ^go on
    ^go ahead
    ^carry on
    ^keep going
    please go on/ahead
    please continue/finish
    do go on
    tell me more
    tell me ... more
    tell me what happened
    tell me about
    tell me ... in your own words
    say more about
    i am listening
    i am all ears
    you were saying
    what were you saying
    what were you going/about to say
    walk/talk me through
    what else happened

    [clarifying]
    could/can/would/will you ... repeat
    say that again
    say it again
    come again
    could/can/would you ... spell
    how do/would you spell
    how is that spelled/spelt
    how is it spelled/spelt
    not ... catch that/your/the
    not ... hear that/you
    missed that
    what do/did you mean
    what exactly do/did you mean
    do/did you mean
    you mean
    do/did i understand
    do i have that right
    did i get that right
    have i got that right
    when you say
    just to clarify
    to clarify
    just to be clear/sure
    make sure i understand
    make sure i have
    if i understand
    correct me if
    ^sorry was/were/which/what/who/how
    which ... was that sorry
    ^pardon
    !you mean/meant well

    [appreciation]
    ^great/perfect/wonderful/excellent/brilliant/fantastic/super/lovely/amazing/awesome/terrific/marvellous
    that/this/it is great/good/perfect/wonderful/excellent/brilliant/fantastic/lovely/amazing/awesome
    that/this/it is very/really/so/a great/good/helpful/kind/nice/wonderful
    that/it is helpful
    that ... helps
    well done
    good/great/nice job/work/idea/thought/question/point/thinking/news
    good for you
    exactly what i needed/need
    you are ... right to
    congratulations
    how exciting
    !not good/great
    !great deal/many

    [apology]
    i am ... sorry
    we are ... sorry
    sorry about/for/to
    ^sorry
    so/very/really/terribly sorry
    my/our apologies
    apologize
    an apology
    my/our mistake/fault
    my bad
    !^sorry was/were/which/what/who/how/could/can/would/did/do/say
    !^sorry i/we did not
    !^sorry i/we missed
    !feel sorry

    [thanks]
    thank you
    thanks
    appreciate you/your/it/that/the
    grateful
    !no thank/thanks

    [reassurance]
    do not worry
    not ... have to worry
    no need to worry
    nothing to worry
    no problem
    not a problem
    no trouble
    i/we will ... take care of
    i/we will ... sort
    i/we will ... fix
    i/we will ... look after
    i/we will ... figure
    i/we can ... fix/sort that/this/it
    get that/this/it ... sorted/fixed
    take care of that/this/it
    i am/we here to help
    i can certainly/definitely help
    happy/glad to help ... with
    leave it/that/this with/to me/us
    leave ... to me/us
    let us get to the bottom
    let us go through
    let us look at
    in good/safe hands
    help is on the/its way
    you are all set
    rest assured
    not your fault
    not ... cost you anything
    perfectly/completely/totally understandable
    you are not alone
    ! do not worry about me

    [follow up]
    will ... call/ring/phone/text/email/message/contact/write you
    will ... call/ring/phone/write back
    call/ring/phone you back
    give you a call/ring
    get back to you
    be in touch
    will send you
    will ... send you
    will write to you
    you will get/receive/hear
    will let you know
    keep you posted/updated/informed
    will follow up
    put it/that in an email
    will email/text/ring/phone/call you
    !will i/you/we ... call
    !^will

    [closing]
    bye
    goodbye
    ^good bye
    ^good night
    have a/an ... day/evening/night/weekend/afternoon/morning/one/time/week/holiday/trip
    have a great/good/nice/lovely
    have fun
    enjoy the rest
    enjoy your/the day/evening/weekend/holiday/trip
    ^take care $
    take care now
    take care bye/goodbye
    you later take care
    see you ... later/soon/tomorrow/then/on
    speak/talk soon
    speak/talk to you later/soon
    all the best
    ^cheerio
    drive safely
    safe travels
    stay safe
    !have a good look

    [acknowledging words]
    yeah yes yep yup right okay uh huh um hum mm mhm hm hmm oh ah uh sure exactly true really wow
    absolutely definitely certainly indeed alright all good great nice neat lovely wonderful perfect
    gosh goodness kidding amazing terrible awesome cool fine totally correct agreed understood aha ha

    [claiming]
    ^stop
    ^wait
    ^no no
    ^hold on
    ^hang on
    ^excuse me
    ^listen
    let me finish
    ^but wait
    ^sorry but

    [unfinished]
    and but because so or if than the a an my your our their its who whose although um uh er

    [unfinished where marks end sentences]
    to of with for from that which when where while her his i we is was were are am has had very
    """
}
