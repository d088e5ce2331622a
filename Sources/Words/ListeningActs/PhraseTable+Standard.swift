extension PhraseTable {
  /// The table that the program comes with, as `interject phrases` prints it.
  public static let standardText = """
    # Phrases that show listening, in English. Each line is a phrase: a/b stands for one of the words,
    # "..." for up to four words, ^ for the beginning of the sentence and $ for its end. "!" in front
    # makes an exception: a sentence with it does not count. Contractions are written out: "I'll" and
    # "I will" are the same. Save a copy, edit it, and name it with --phrases.

    [open question]
    how can/may/could i/we ... be of
    what went wrong
    what is/was wrong
    what is up with
    what is the story
    what has/have been happening
    what would make
    what led/prompted
    what do you make of
    what are your thoughts
    what is your view/take
    what is on your mind
    what goes/happens when/on
    what have you noticed
    how do you find
    how are you finding/getting/managing
    how are things
    how is ... going
    how would you describe
    give me an idea
    give me some/more background
    fill me in
    take me through
    tell me the whole/full/rest
    tell me everything
    start/begin from/at the beginning/start/top
    love/like to hear how/what/about
    in your own words
    explain to me
    explain what/how/why
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
    do continue/carry
    go right ahead
    go ahead $
    go on $
    carry on $
    on/away you go
    off you go
    fire away
    you go on/ahead/first $
    you carry on
    you keep going
    ^continue
    ^keep talking
    ^because $
    ^such as $
    ^and what $
    ^which is $
    you were about to
    finish your sentence/thought/point/story
    finish what you/your
    finish that/the thought/sentence
    do not let me stop/interrupt
    by all means $
    did not mean to interrupt/cut
    all the time you need
    as long as you need
    all ears
    i am here $
    here when you are ready
    let me hear
    talk to me
    out with it
    please do $
    in your own time
    take your time
    no rush/hurry
    whenever you are ready
    you finish
    finish what you
    finish your
    let you finish
    ^you go
    ^after you $
    ^and then $
    i am following/with
    i am still here/listening/with
    with you so far
    tell me everything
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
    tell me ... in your own words
    say more about
    i am listening
    i am all ears
    you were saying
    what were you saying
    what were you going/about to say
    what else happened

    [clarifying]
    say that once/one more
    one more time
    run that by me
    not ... get that
    not ... make that/it out
    what was that
    how are you spelling
    what is the spelling
    spell that/it
    letter by letter
    are you saying
    you are saying
    what do/did/would you mean
    in other words
    so i have this/that straight/right
    get this/that straight
    let me check/see i
    you broke up
    you are breaking up
    bit slower/louder
    slow down
    speak up
    say the last bit/part
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
    you have been so/very/really/most/extremely
    you have been a star/gem/help
    you have done ... well/right
    you did ... right/well
    you did well
    did/doing the right thing
    makes it/things/this/that/life/my ... easier/quicker/simpler
    good/kind/nice/sweet/thoughtful/clever/smart/wise/sensible of you
    that is/was very clever/smart/wise/sensible/thoughtful
    spot on
    nicely done
    fair play
    good on you
    i like/admire/love the way
    i like/love that
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
    forgive me/us
    pardon me/us
    beg your pardon
    apologies
    apologise
    i/we do regret
    i/we regret
    should not have happened
    should never have happened
    let you down
    hold my hands up
    i feel awful/terrible/dreadful
    our bad
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
    ^cheers
    much obliged
    ta $
    thank you
    thanks
    appreciate you/your/it/that/the
    grateful
    !no thank/thanks

    [reassurance]
    not to worry
    never worry
    no bother
    no harm done
    let me take care
    let me sort/fix/handle/deal
    let me get that/this/it
    i/we will make sure
    i/we will see to
    i/we will see that
    i/we will handle
    i/we will deal with
    i/we will get on to
    i/we will get onto
    i/we will chase
    i/we will put ... right
    i/we will get you ... sorted
    i/we will have you
    i/we will have that/this/it
    i am going to ... sort/fix/make sure
    consider it done
    easily done/fixed/sorted/mended
    happens to
    it happens
    happens all the time
    you have done nothing wrong
    not done/do anything wrong
    did nothing wrong
    not ... lose anything
    not ... be charged
    not ... be out of pocket
    do not feel bad
    you are covered/protected
    is/are ... safe with us
    is/are perfectly/completely/totally safe
    all in hand
    under control
    on top of it/this/that
    you will be fine/okay
    it/that will be fine/okay/alright
    you can relax
    off your plate
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
    will drop you
    will ping you
    will update you
    will be calling/ringing/emailing/texting/phoning/contacting
    expect a/an call/text/email/letter/message
    look/watch out for a/an/the/our
    you will ... hear from
    hear from me/us/them
    will come back to you
    come back to you
    chase that/this/it up
    in the loop
    touch base
    circle back
    check back
    check in with you
    will be ... in touch
    get a/an call/text/email/letter/message from
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
    ta ta
    cheerio
    ^so long
    see you $
    see you ... time/next
    catch you later
    until next time
    good luck $
    mind yourself
    mind how you go
    look after yourself/yourselves
    take it easy
    god bless
    leave you to it
    let you go/get
    not keep you
    that is me/us done
    safe journey/home/flight/drive
    have yourself
    good/nice/lovely/great/pleasure speaking/talking/chatting
    been a pleasure
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

    [acknowledgement]
    i see/know/understand/bet/gather
    i get/got it/that/you
    i hear you
    i can/could see/imagine
    i would imagine
    got it/you/that
    gotcha
    of course
    fair enough
    for sure
    no worries/way/kidding
    oh no/dear
    dear me/dear/oh
    my word/goodness/god/gosh
    good grief/heavens/lord/gracious
    blimey/crikey/jeez/ouch/gee/yikes/wowzers
    thank goodness
    what a shame/pity/pain/nuisance
    that is a shame/pity/pain/nuisance
    that is right/true/fine/good/great/awful/terrible/annoying/frustrating/horrible/tough
    poor you/thing/soul
    makes sense
    that makes sense
    very good/well/nice
    too right
    you bet
    okey doke/dokey
    is that so/right
    not at all

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
