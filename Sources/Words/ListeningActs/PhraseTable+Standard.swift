extension PhraseTable {
  /// The table that the program comes with.
  public static let standardText = """
    # Phrases that show listening, in English. Each line is a phrase: a/b stands for one of the words,
    # "..." for up to four words, ^ for the beginning of the sentence and $ for its end. "!" in front
    # makes an exception: a sentence with it does not count. Contractions are written out: "I'll" and
    # "I will" are the same.

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
    how are things
    how would you describe
    fill me in
    take me through
    start/begin from/at the beginning/start/top
    in your own words
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
    tell me the whole story
    tell me the rest
    tell me everything that
    i would love/like to hear
    can/could/would you explain what/how/why
    explain to me what/how/why
    how is/are ... going $
    how are you finding/managing
    how are you getting on
    give me an idea of what/how/why
    give me some/more background

    [invitation]
    ^keep talking
    ^because $
    ^such as $
    ^and what $
    ^which is $
    do not let me stop/interrupt
    all the time you need
    here when you are ready
    in your own time
    take your time
    whenever you are ready
    ^you go $
    ^after you $
    ^and then $
    i am still here/listening/with
    with you so far
    ^go on
    ^go ahead
    ^carry on
    ^keep going
    please go on/ahead
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
    please continue/finish $
    please continue with your
    ^do continue
    ^do carry on
    ^go right ahead $
    ^on/away you go $
    ^off you go $
    ^fire away
    ^by all means
    you go on/ahead/first $
    you carry on $
    ^continue $
    you were about/going to say
    ^finish your sentence/thought/point/story
    you/please finish your sentence/thought/point/story
    ^you finish $
    finish what you were
    i will let you finish
    i did not mean to interrupt/cut
    take as long as you need
    i am here $
    ^talk to me $
    ^out with it
    ^no rush/hurry
    i am following $
    i am with you $
    tell me everything $
    !keep going past/along/until/to
    !go on/ahead and/to/the/our/your/my/with

    [clarifying]
    say that once/one more
    run that by me
    how are you spelling
    what is the spelling
    letter by letter
    are you saying
    you are saying
    what do/did/would you mean
    in other words
    so i have this/that straight/right
    you broke up
    you are breaking up
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
    say ... one more time
    that one more time
    i did not ... get that
    i could/can not ... make that/it out
    a bit slower/louder please
    can/could you slow down
    can/could you ... speak up
    spell that/it ... for me
    what was that $
    let me check/see i have/understand/got
    let me get this/that straight

    [appreciation]
    you have been a star/gem/help
    you did well
    did/doing the right thing
    makes it/things/this/that/life/my ... easier/quicker/simpler
    good/kind/nice/sweet/thoughtful/clever/smart/wise/sensible of you
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
    you have been so/very/really/most/extremely patient/helpful/clear/kind/good/sensible/thorough/organised/understanding
    you have done very/really/so well
    you did very/really/so well
    you did the right thing
    that is/was very/really clever/smart/wise/sensible/thoughtful

    [apology]
    forgive me/us
    pardon me/us
    apologies
    apologise
    i/we do regret
    i/we regret
    should not have happened
    should never have happened
    hold my hands up
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
    i feel awful/terrible/dreadful about
    we/i let you down
    we/i have let you down
    !you should/must/could/need/ought ... apologise/apologize
    !not apologise/apologize
    !need to apologise/apologize

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
    i/we will see to
    i/we will see that
    i/we will handle
    i/we will deal with
    i/we will get on to
    i/we will get onto
    i/we will chase
    i/we will put ... right
    i/we will get you ... sorted
    i am going to ... sort/fix/make sure
    consider it done
    easily done/fixed/sorted/mended
    you have done nothing wrong
    do not feel bad
    you are covered/protected
    is/are ... safe with us
    is/are perfectly/completely/totally safe
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
    these things happen
    happens to everybody/everyone/us
    i/we will make sure it/that/this/everything/they
    i/we will make sure you get/are/have
    you will not be charged
    you will not ... lose anything
    you will not be out of pocket
    have it/that/this/everything under control
    it is all under control
    it is all in hand
    i am/we are on top of
    you have not done anything wrong
    you did not do anything wrong
    you did nothing wrong
    i/we will have you up and running

    [follow up]
    will drop you
    will ping you
    will update you
    will be calling/ringing/emailing/texting/phoning/contacting
    you will ... hear from
    will come back to you
    touch base
    circle back
    check in with you
    will be ... in touch
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
    ^expect a/an call/text/email/letter/message
    you can/should/may expect a/an
    ^look/watch out for a/an/the/our
    i/we will ... come back to you
    keep you in the loop
    i/we will check back
    !will not

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
    let you go $
    let you get on
    not keep you any
    not keep you $

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
