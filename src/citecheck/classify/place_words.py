"""Words by which places on the web are told apart: segments, labels and hosts."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Path segments that name a section.
SECTIONS = _words(
    """
    news world politics business economy sport sports culture arts opinion opinions blog blogs
    tech technology science health travel life lifestyle style money markets video videos audio podcasts
    photos latest live local national international europe africa asia americas us uk middle-east
    middleeast china russia entertainment music film movies books food fashion education environment
    climate weather search archive archives articles stories posts category
    categories section sections tag tags topic topics themes authors about contact press
    media publications reports events products services support help faq
    careers jobs nachrichten politik wirtschaft kultur sport wissen gesellschaft panorama meinung reise
    ausland inland actualites actualite politique economie societe monde noticias politica economia
    deportes cultura sociedad mundo sociedade esportes mundo notizie cronaca esteri nieuws politiek
    economie novosti vesti politika ekonomija drustvo svet kultura hronika wiadomosci kraj swiat zpravy
    sekce haberler gundem ekonomi spor dunya nyheter nyheder uutiset hirek stiri
    """
)

# Path segments of sign-in pages.
LOGIN_SEGMENTS = _words(
    """
    login login.php login.aspx login.html login.jsp signin sign-in sign_in log-in log_in logon sso oauth
    oauth2 authorize saml saml2 authenticate authentication wp-login.php anmelden anmeldung einloggen
    connexion se-connecter identification inicio-sesion iniciar-sesion acceder entrar accedi inloggen
    aanmelden logga-in logowanie prihlaseni prijava auth signon sign-on idp shibboleth cas
    openid-connect
    """
)

# Path segments of pages that readers are sent to before they may go on.
GATE_SEGMENTS = _words(
    """
    captcha challenge validate validatecaptcha verify-human human-verification bot-check botcheck robot
    blocked blocked.html access-denied accessdenied denied age-gate agegate age-check age-verification
    unsupported unsupported-browser browser-not-supported upgrade-browser geo-blocked geoblock geo-block
    gdpr-blocked eu-blocked unavailable-in-your-region not-available-in-eu
    """
)

# Path segments of pages that offer an account or a subscription.
OFFER_SEGMENTS = _words(
    """
    subscribe subscription subscriptions register registration signup sign-up sign_up join paywall regwall
    abo abonnement abonnieren registrieren registrierung abonnez-vous inscription suscribete suscripcion
    registro registrati abbonati registreren prenumerera registracija pretplata
    """
)

# Path segments of a site's own search.
SEARCH_SEGMENTS = _words(
    """
    search search.php search.aspx search.html search-results searchresults suche suchergebnisse recherche
    rechercher buscar busca busqueda ricerca cerca zoeken zoekresultaten sok søk sog szukaj hledani
    vyhledavani kereses cautare pretraga poisk haku otsing paieska meklesana arama ara
    """
)

# Path segments and first labels of hosts of forums: people write there to one another.
THREADS = _words(
    """
    thread threads topic topics viewtopic showthread showtopic discussion discussions forum forums foren foro
    foros board boards community communities question questions talk thema themen sujet discuss discourse bbs
    """
)

# First labels of hosts that only sign people in.
LOGIN_LABELS = _words(
    """
    login signin sso auth accounts account idp secure-login passport
    """
)

# Path segments of consent pages.
CONSENT_SEGMENTS = _words(
    """
    consent cookie-consent cookieconsent cookiewall cookie-wall privacywall privacy-wall collectconsent
    cookie-consent.html gdpr-consent consent-management zustimmung purabo privacygate privacy-gate
    """
)

# Shorteners and resolvers of identifiers: redirecting is their job.
RESOLVERS = _words(
    """
    doi.org dx.doi.org hdl.handle.net bit.ly t.co goo.gl tinyurl.com ow.ly buff.ly is.gd lnkd.in trib.al
    youtu.be fb.me amzn.to nyti.ms wapo.st reut.rs bbc.in on.ft.com econ.st gu.com j.mp dlvr.it ift.tt
    shorturl.at cutt.ly rb.gy tiny.cc n.pr cnn.it politi.co bloom.bg theatln.tc flip.it purl.org
    w3id.org n2t.net news.google.com l.facebook.com lm.facebook.com out.reddit.com feedproxy.google.com
    feeds.feedburner.com rebrand.ly spoti.fi apne.ws on.wsj.com tcrn.ch wp.me zpr.io
    """
)

# Registrable domains of parking companies and domain markets.
PARKING_HOSTS = _words(
    """
    sedo.com sedoparking.com hugedomains.com dan.com afternic.com bodis.com parkingcrew.net above.com
    undeveloped.com buydomains.com domainmarket.com parklogic.com uniregistry.com efty.com
    brandbucket.com squadhelp.com atom.com godaddy.com namecheap.com spaceship.com domainnamesales.com
    voodoo.com smartname.com dsparking.com parked.com
    """
)

# Words of three letters and more that tell nothing.
STOP_WORDS = _words(
    """
    the and for with from that this html htm php aspx www com news article story index amp der die das
    und les des los las del una que not are was has have but its his her
    """
)

# Last segments that choose a view of a document, not another document.
VIEWS = _words(
    """
    print amp amp.html comments comment edit full pdf abstract page single-page all html text mobile share
    drucken druckversion imprimir imprimer stampa printable print.html view summary download
    """
)

# Languages by their two letters (ISO 639-1) and countries with a front page of their own (ISO 3166-1): other
# short segments name pages.
LANGUAGES = _words(
    """
    ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ky lt
    lv mk mn ms mt nb nl nn no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh
    at au br ca ch cn gb ie in jp mx nz se us za dk cz ua rs gr hk kr tw
    """
)
